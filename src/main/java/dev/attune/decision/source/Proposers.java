package dev.attune.decision.source;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.compact.Ordinals;
import dev.attune.decision.Ask;
import dev.attune.models.Purchase;
import dev.attune.models.Shortlist;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Affinity;
import dev.attune.profile.Cadence;
import dev.attune.profile.Dimension;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import dev.attune.record.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The proposers that rails choose from, each asking one model or one part of the profile. */
public enum Proposers implements Proposer {
  /** What everybody likes; in the page's category where it has one. */
  POPULAR {
    @Override
    public void propose(Ask ask, Proposals into) {
      CategoryId category = ask.category();
      Shortlist popular =
          category == null
              ? ask.context().models().popularity().list(MANY)
              : ask.context().models().popularity().listIn(category, MANY);
      into.addAll(popular, name(), Feature.POPULARITY);
    }
  },
  /** What is rising now. */
  TRENDING {
    @Override
    public void propose(Ask ask, Proposals into) {
      into.addAll(ask.context().models().trend().list(MANY), name(), Feature.TREND);
    }
  },
  /** What sessions like this one went on to. */
  NEXT_IN_SESSION {
    @Override
    public void propose(Ask ask, Proposals into) {
      List<ProductId> session = products(ask.context().profile().sessionViewed());
      if (!session.isEmpty()) {
        into.addAll(
            ask.context().models().nextProducts().listInVisit(session, false, MANY),
            name(),
            Feature.NEXT);
      }
    }
  },
  /** What goes with a history like this one. */
  LIKE_HISTORY {
    @Override
    public void propose(Ask ask, Proposals into) {
      if (!ask.context().hasHistory()) {
        return;
      }
      List<Touched> touched = new ArrayList<>(ask.context().profile().bought());
      touched.addAll(ask.context().profile().viewed());
      touched.sort(LAST_FIRST);
      Set<ProductId> distinct = new LinkedHashSet<>();
      for (Touched one : touched) {
        distinct.add(one.product());
      }
      List<ProductId> history = List.copyOf(distinct);
      into.addAll(
          ask.context().models().nextProducts().listAfter(history, MANY), name(), Feature.HISTORY);
    }
  },
  /** The best of the categories that the shopper likes or looks at now. */
  BEST_OF_TASTE {
    @Override
    public void propose(Ask ask, Proposals into) {
      Set<String> categories = new LinkedHashSet<>();
      interests(ask.context().profile().session(), categories);
      interests(ask.context().profile().lasting(), categories);
      for (String category : categories) {
        into.addAsIs(
            ask.context().models().popularity().listIn(new CategoryId(category), PER_CATEGORY),
            name(),
            Feature.POPULARITY);
      }
    }

    private void interests(List<Affinity> interests, Set<String> categories) {
      for (Affinity interest : interests) {
        if (interest.dimension() == Dimension.CATEGORY && categories.size() < CATEGORIES) {
          categories.add(interest.value());
        }
      }
    }
  },
  /** What the shopper saw, the last first. */
  RECENTLY_VIEWED {
    @Override
    public void propose(Ask ask, Proposals into) {
      List<Touched> viewed = ask.context().shown().viewed();
      for (int i = 0; i < viewed.size(); i++) {
        into.add(viewed.get(i).product(), name(), Feature.RECENTLY_VIEWED, 1.0 / (1 + i));
      }
    }
  },
  /** What the shopper bought before and is due again. */
  DUE_AGAIN {
    @Override
    public void propose(Ask ask, Proposals into) {
      Profile shown = ask.context().shown();
      into.addAll(
          ask.context().models().buyAgain().due(purchases(shown), ask.context().now()),
          name(),
          Feature.DUE_AGAIN);
    }
  },
  /** What came in last; in the page's category whatever there is, where it has one. */
  NEWEST {
    @Override
    public void propose(Ask ask, Proposals into) {
      CategoryId category = ask.category();
      Ordinals newest =
          category == null
              ? ask.context().catalog().assortment().newestAt()
              : ask.context().catalog().ordinalsIn(category);
      for (int i = 0; i < Math.min(MANY, newest.size()); i++) {
        into.add(newest.at(i), name(), Feature.NEWNESS, 0);
      }
    }
  },
  /** What is like the product on the page. */
  SIMILAR {
    @Override
    public void propose(Ask ask, Proposals into) {
      ProductId product = ask.product();
      if (product != null) {
        into.addAll(
            ask.context().models().contentSimilarity().similar(product, MANY),
            name(),
            Feature.SIMILAR);
      }
    }
  },
  /** What follows the product on the page into the cart. */
  BOUGHT_TOGETHER {
    @Override
    public void propose(Ask ask, Proposals into) {
      ProductId product = ask.product();
      if (product != null) {
        into.addAll(
            ask.context().models().boughtTogether().list(List.of(product), MANY),
            name(),
            Feature.BOUGHT_TOGETHER);
      }
    }
  },
  /** What follows the cart's products into the cart. */
  GOES_WITH_CART {
    @Override
    public void propose(Ask ask, Proposals into) {
      if (!ask.cart().isEmpty()) {
        into.addAll(
            ask.context().models().boughtTogether().list(ask.cart(), MANY),
            name(),
            Feature.GOES_WITH_CART);
      }
    }
  },
  /** What merchants say belongs to the product on the page, or to what is in the cart. */
  RELATED {
    @Override
    public void propose(Ask ask, Proposals into) {
      ProductId product = ask.product();
      List<ProductId> about = product == null ? ask.cart() : List.of(product);
      about.forEach(
          id ->
              Relatives.of(ask.context().catalog(), id)
                  .forEach(other -> into.add(other, name(), Feature.RELATED, 1)));
    }
  },
  /** The steps that the routines of the cart still miss, the next one first. */
  ROUTINE {
    @Override
    public void propose(Ask ask, Proposals into) {
      RoutineSteps.missing(ask.context(), ask.cart())
          .forEach((step, soon) -> into.add(step, name(), Feature.RELATED, soon));
    }
  },
  /** The list as it is without anybody in mind. */
  POOL {
    @Override
    public void propose(Ask ask, Proposals into) {
      int size = ask.pool().size();
      for (int i = 0; i < size; i++) {
        double strength =
            ask.strengths().isEmpty() ? 1 - (double) i / (size + 1) : ask.strengths().get(i);
        into.add(ask.pool().get(i), name(), Feature.RELEVANCE, strength);
      }
    }
  };

  private static final Comparator<Touched> LAST_FIRST =
      (one, other) -> other.last().compareTo(one.last());

  /** How many products one proposer proposes at most. */
  private static final int MANY = 60;

  /** How many of the shopper's categories are looked into. */
  private static final int CATEGORIES = 6;

  /** Who bought something on so many days has a rhythm of their own. */
  private static final int RHYTHM = 3;

  /** How many products of each of them. */
  private static final int PER_CATEGORY = 15;

  private static List<Purchase> purchases(Profile shown) {
    Map<GlobalId, Integer> own = new HashMap<>();
    for (Cadence cadence : shown.habits().cadences()) {
      if (cadence.times() >= RHYTHM) {
        own.put(cadence.subject(), cadence.days());
      }
    }
    return shown.bought().stream()
        .map(
            one -> {
              GlobalId id = new GlobalId(NodeType.PRODUCT, one.product().value());
              return new Purchase(one.product(), one.last(), own.getOrDefault(id, 0));
            })
        .toList();
  }

  private static List<ProductId> products(List<Touched> touched) {
    return touched.stream().map(Touched::product).toList();
  }
}
