package dev.attune.models.backtest;

import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.models.TrainingEvent;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@link LastPurchase} on a shop's own log: each shopper's last first purchase of a product is to
 * be found from those before it. Of nobody is anything learned from the second last one on; what a
 * shopper did without buying is learned from whole.
 */
public final class OwnLastPurchase {
  private final OwnLog log;

  /**
   * One product that was bought for the first time.
   *
   * @param event which of the shopper's events it was
   */
  private record First(ProductId product, int event) {}

  public OwnLastPurchase(OwnLog log) {
    this.log = log;
  }

  /**
   * @param progress is told how far it is
   * @throws AttuneException MISSING_FIELD where nobody bought two products
   */
  public Scores run(Consumer<String> progress) {
    ProductOrdinals products = new ProductOrdinals(log.catalog());
    Trial trial = new Trial(log.catalog(), progress);
    List<Trial.Question> questions = new ArrayList<>();
    List<TrainingEvent> events = new ArrayList<>();
    log.each(
        event -> {
          if (!events.isEmpty() && !events.get(0).owner().equals(event.owner())) {
            shopper(events, products, trial, questions);
            events.clear();
          }
          events.add(event);
        });
    shopper(events, products, trial, questions);
    if (questions.isEmpty()) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD,
          "log",
          "Nobody in this log bought two products of the catalog; there is nothing to ask");
    }
    progress.accept(products.size() + " products, " + questions.size() + " shoppers");
    return LastPurchase.scores(trial, questions, Map.of());
  }

  private static void shopper(
      List<TrainingEvent> events,
      ProductOrdinals products,
      Trial trial,
      List<Trial.Question> questions) {
    List<First> bought = bought(events, products);
    int held = Math.max(0, bought.size() - LastPurchase.HELD_OUT);
    int learned = bought.isEmpty() ? events.size() : bought.get(held).event();
    events.subList(0, learned).forEach(trial::learn);
    if (bought.size() > 1) {
      questions.add(LastPurchase.question(bought.stream().map(First::product).toList()));
    }
  }

  private static List<First> bought(List<TrainingEvent> events, ProductOrdinals products) {
    List<First> bought = new ArrayList<>();
    Set<Integer> known = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      for (Signal signal : events.get(i).signals()) {
        int item = signal.kind() == Signal.Kind.BUY ? products.named(signal.subject()) : -1;
        if (item >= 0 && known.add(item)) {
          bought.add(new First(products.id(item), i));
        }
      }
    }
    return bought;
  }
}
