package dev.attune.decision.source;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.models.Purchase;
import dev.attune.models.Scored;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.attune.profile.Touched;
import dev.attune.record.Feature;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The proposers that rails choose from, each asking one model or one part of the profile. */
public enum Proposers implements Proposer {
  /** What everybody likes; in the page's category where it has one. */
  POPULAR {
    @Override
    public void propose(Ask ask, Proposals into) {
      CategoryId category = ask.category();
      List<Scored> popular =
          category == null
              ? ask.context().models().popularity().top(MANY)
              : ask.context().models().popularity().topIn(category, MANY);
      into.addAll(popular, name(), Feature.POPULARITY);
    }
  },
  /** What is rising now. */
  TRENDING {
    @Override
    public void propose(Ask ask, Proposals into) {
      into.addAll(ask.context().models().trend().top(MANY), name(), Feature.TREND);
    }
  },
  /** What sessions like this one went on to. */
  NEXT_IN_SESSION {
    @Override
    public void propose(Ask ask, Proposals into) {
      List<ProductId> session = products(ask.context().profile().sessionViewed());
      if (!session.isEmpty()) {
        into.addAll(
            ask.context().models().nextProducts().inVisit(session, false, MANY),
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
      List<ProductId> history =
          Stream.concat(
                  ask.context().profile().bought().stream(),
                  ask.context().profile().viewed().stream())
              .sorted(Comparator.comparing(Touched::last).reversed())
              .map(Touched::product)
              .distinct()
              .toList();
      into.addAll(
          ask.context().models().nextProducts().afterHistory(history, MANY),
          name(),
          Feature.HISTORY);
    }
  },
  /** The best of the categories that the shopper likes or looks at now. */
  BEST_OF_TASTE {
    @Override
    public void propose(Ask ask, Proposals into) {
      Stream<Affinity> interests =
          Stream.concat(
              ask.context().profile().session().stream(),
              ask.context().profile().lasting().stream());
      interests
          .filter(affinity -> affinity.dimension() == Dimension.CATEGORY)
          .map(affinity -> new CategoryId(affinity.value()))
          .distinct()
          .limit(CATEGORIES)
          .forEach(category -> best(ask, category, into, name()));
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
      List<Touched> bought = ask.context().shown().bought();
      into.addAll(
          ask.context().models().buyAgain().due(purchases(bought), ask.context().now()),
          name(),
          Feature.DUE_AGAIN);
    }
  },
  /** What came in last. */
  NEWEST {
    @Override
    public void propose(Ask ask, Proposals into) {
      ask.context().catalog().assortment().newest().stream()
          .limit(MANY)
          .forEach(product -> into.add(product.id(), name(), Feature.NEWNESS, 0));
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
            ask.context().models().boughtTogether().with(product, MANY),
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
            ask.context().models().boughtTogether().with(ask.cart(), MANY),
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

  /** How many products one proposer proposes at most. */
  private static final int MANY = 60;

  /** How many of the shopper's categories are looked into. */
  private static final int CATEGORIES = 6;

  /** How many products of each of them. */
  private static final int PER_CATEGORY = 15;

  private static void best(Ask ask, CategoryId category, Proposals into, String source) {
    ask.context()
        .models()
        .popularity()
        .topIn(category, PER_CATEGORY)
        .forEach(scored -> into.add(scored.product(), source, Feature.POPULARITY, scored.score()));
  }

  private static List<Purchase> purchases(List<Touched> bought) {
    return bought.stream().map(one -> new Purchase(one.product(), one.last())).toList();
  }

  private static List<ProductId> products(List<Touched> touched) {
    return touched.stream().map(Touched::product).toList();
  }
}
