package dev.attune.profile;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bounded view of a shopper that a request decides with. All lists have the most useful first;
 * an empty profile is a newcomer's.
 *
 * @param version of the state it was made from, 0 for none
 * @param lifecycle where the shopper stands with the shop
 * @param events how many events it rests on
 * @param sessions how many visits, 30 minutes of silence apart
 * @param orders how many orders that were kept: not cancelled, and not wholly paid or sent back
 * @param spentMinor money spent, in minor units by currency code
 * @param lastOrders the last orders that were kept, at most 16, the last first
 * @param lasting taste over all visits, decayed
 * @param session interest of the visit that is going on, empty when there is none
 * @param viewed products seen, the last first
 * @param sessionViewed products seen in the visit that is going on, the last first
 * @param bought products bought, the last first
 * @param cart what is in the cart
 * @param ignored what was shown lately and not taken, most often first
 * @param habits what the shopper keeps doing
 * @param rejected global ids, or product ids, never to be recommended
 * @param campaign the last campaign as {@code source/medium/name}, null without one
 */
public record Profile(
    long version,
    Lifecycle lifecycle,
    long events,
    int sessions,
    int orders,
    Map<String, Long> spentMinor,
    List<Paid> lastOrders,
    List<Affinity> lasting,
    List<Affinity> session,
    List<Touched> viewed,
    List<Touched> sessionViewed,
    List<Touched> bought,
    List<Touched> cart,
    List<Ignored> ignored,
    Habits habits,
    Set<String> rejected,
    @Nullable String campaign,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen) {
  /** Somebody of whom nothing is known. */
  public static final Profile NOBODY =
      new Profile(
          0,
          Lifecycle.NEW,
          0,
          0,
          0,
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Habits.NONE,
          Set.of(),
          null,
          null,
          null);

  public Profile {
    spentMinor = Map.copyOf(spentMinor);
    lastOrders = List.copyOf(lastOrders);
    lasting = List.copyOf(lasting);
    session = List.copyOf(session);
    viewed = List.copyOf(viewed);
    sessionViewed = List.copyOf(sessionViewed);
    bought = List.copyOf(bought);
    cart = List.copyOf(cart);
    ignored = List.copyOf(ignored);
    rejected = Set.copyOf(rejected);
  }

  /**
   * What is left for deciding for nobody in particular: where the shopper stands, which offers for
   * newcomers and others ask, and what was refused; no taste and no history.
   */
  public Profile impersonal() {
    return new Profile(
        version,
        lifecycle,
        events,
        sessions,
        orders,
        spentMinor,
        lastOrders,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Habits.NONE,
        rejected,
        null,
        firstSeen,
        lastSeen);
  }

  /** The lasting taste for a category, 0 to 1. */
  public double taste(CategoryId category) {
    return score(lasting, Dimension.CATEGORY, category.value());
  }

  /** The lasting taste for a brand, 0 to 1. */
  public double tasteForBrand(String brand) {
    return score(lasting, Dimension.BRAND, brand);
  }

  /** The interest in a category during this visit, 0 to 1. */
  public double sessionInterest(CategoryId category) {
    return score(session, Dimension.CATEGORY, category.value());
  }

  /** How often this was shown since the shopper last took it; 0 where that is not remembered. */
  public int ignored(GlobalId subject) {
    if (ignored.isEmpty()) {
      return 0;
    }
    String text = subject.toString();
    String plain = subject.type() == NodeType.PRODUCT ? text : subject.local();
    for (Ignored one : ignored) {
      if (one.subject().equals(text) || one.subject().equals(plain)) {
        return one.times();
      }
    }
    return 0;
  }

  /** Whether this product was bought before. */
  public boolean hasBought(ProductId product) {
    return bought.stream().anyMatch(touched -> touched.product().equals(product));
  }

  private static double score(List<Affinity> affinities, Dimension dimension, String value) {
    for (Affinity affinity : affinities) {
      if (affinity.dimension() == dimension && affinity.value().equals(value)) {
        return affinity.score();
      }
    }
    return 0;
  }
}
