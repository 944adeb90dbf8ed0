package dev.attune.decision.source;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.compact.Ordinals;
import dev.attune.decision.Ask;
import dev.attune.decision.source.taste.DueAgain;
import dev.attune.models.BoughtTogether;
import dev.attune.models.Shortlist;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.attune.profile.Touched;
import dev.attune.record.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
      into.addAll(DueAgain.of(ask.context()), name(), Feature.DUE_AGAIN);
    }
  },
  /** What is new, the newest first; of the page's category, where it has one. */
  NEW {
    @Override
    public void propose(Ask ask, Proposals into) {
      CatalogSnapshot catalog = ask.context().catalog();
      CategoryId category = ask.category();
      Ordinals all =
          category == null ? catalog.assortment().newestAt() : catalog.ordinalsIn(category);
      int found = 0;
      for (int i = 0; i < all.size() && found < MANY; i++) {
        if (isRecent(ask, all.at(i))
            && catalog.newness(catalog.at(all.at(i)), ask.context().now()) > 0) {
          into.add(all.at(i), name(), Feature.NEWNESS, 0);
          found++;
        } else if (category == null) {
          break;
        }
      }
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
  /** What everybody likes, where there is a cart to stand beside. */
  POPULAR_BESIDE_A_CART {
    @Override
    public void propose(Ask ask, Proposals into) {
      if (!ask.cart().isEmpty()) {
        POPULAR.propose(ask, into);
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
      if (product == null) {
        return;
      }
      Shortlist followers = ask.context().models().boughtTogether().list(List.of(product), MANY);
      for (int i = 0; i < followers.size(); i++) {
        into.add(
            followers.place(i, ask.context().catalog()),
            name(),
            Feature.BOUGHT_TOGETHER,
            BoughtTogether.strength(followers.score(i), followers.score(0)));
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

  /** How many products of each of them. */
  private static final int PER_CATEGORY = 15;

  /** Told without a look at the product itself. */
  private static boolean isRecent(Ask ask, int place) {
    long added = ask.context().catalog().assortment().card(place).addedAt();
    return ask.context().now().getEpochSecond() - added < CatalogSnapshot.NEW.toSeconds();
  }

  private static List<ProductId> products(List<Touched> touched) {
    return touched.stream().map(Touched::product).toList();
  }
}
