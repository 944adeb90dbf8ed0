package dev.attune.ingest.health;

import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Follows each shopper through the log and counts what has no counterpart. */
final class Journeys implements Consumer<LoggedEvent> {
  private static final int MOST_NAMED = 1_000;

  private final Predicate<String> known;
  private final Instant judgedFrom;
  private final Map<String, Long> unknown = new HashMap<>();
  private final Set<String> viewed = new HashSet<>();
  private String owner = "";
  private boolean carted;
  private long views;
  private long unknownViews;
  private long orders;
  private long unseen;
  private long uncarted;

  /**
   * @param known whether the catalog has a product of this id or sku
   * @param judgedFrom orders before it are not judged: their views may be older than what is read
   */
  Journeys(Predicate<String> known, Instant judgedFrom) {
    this.known = known;
    this.judgedFrom = judgedFrom;
  }

  /** Events by owner, and each owner's in the order of time. */
  @Override
  public void accept(LoggedEvent event) {
    if (!event.owner().equals(owner)) {
      owner = event.owner();
      viewed.clear();
      carted = false;
    }
    for (Signal signal : event.signals()) {
      if (signal.kind() == Kind.VIEW) {
        view(signal.subject());
      } else if (signal.kind() == Kind.CLICK) {
        viewed.add(signal.subject());
      } else if (signal.kind() == Kind.CART_ADD) {
        carted = true;
      }
    }
    judge(event);
  }

  private void view(String product) {
    viewed.add(product);
    views++;
    if (!known.test(product)) {
      unknownViews++;
      if (unknown.size() < MOST_NAMED || unknown.containsKey(product)) {
        unknown.merge(product, 1L, Long::sum);
      }
    }
  }

  private void judge(LoggedEvent event) {
    List<String> bought =
        event.signals().stream()
            .filter(signal -> signal.kind() == Kind.BUY)
            .map(Signal::subject)
            .toList();
    if (bought.isEmpty()) {
      return;
    }
    if (!event.happenedAt().isBefore(judgedFrom)) {
      orders++;
      unseen += bought.stream().noneMatch(viewed::contains) ? 1 : 0;
      uncarted += carted ? 0 : 1;
    }
    carted = false;
  }

  /** What was found, with the product that is most often viewed and not known. */
  Found found() {
    String worst =
        unknown.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse("");
    return new Found(views, unknownViews, worst, orders, unseen, uncarted);
  }

  /**
   * Counts of what has no counterpart.
   *
   * @param unknownProduct an example
   * @param unseen orders of which nothing had been viewed
   * @param uncarted orders before which nothing was put into a cart
   */
  record Found(
      long views,
      long unknownViews,
      String unknownProduct,
      long orders,
      long unseen,
      long uncarted) {}
}
