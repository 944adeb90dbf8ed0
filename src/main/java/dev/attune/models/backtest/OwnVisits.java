package dev.attune.models.backtest;

import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.models.TrainingEvent;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.profile.fold.Fold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cuts what shoppers looked at into visits, each shopper's events in the order of time. */
final class OwnVisits {
  private final ProductOrdinals products;
  private final Consumer<Visit> to;
  private final List<ProductId> clicks = new ArrayList<>();
  private String owner = "";
  private Instant start = Instant.EPOCH;
  private Instant last = Instant.EPOCH;

  /** Two clicks or more, with at most {@link Fold#GAP} between one and the next. */
  record Visit(Instant start, List<ProductId> products) {
    Visit {
      products = List.copyOf(products);
    }
  }

  OwnVisits(ProductOrdinals products, Consumer<Visit> to) {
    this.products = products;
    this.to = to;
  }

  void add(TrainingEvent event) {
    for (Signal signal : event.signals()) {
      int item = signal.kind() == Signal.Kind.VIEW ? products.named(signal.subject()) : -1;
      if (item >= 0) {
        click(event.owner(), event.at(), products.id(item));
      }
    }
  }

  private void click(String by, Instant at, ProductId product) {
    if (!by.equals(owner) || at.isAfter(last.plus(Fold.GAP))) {
      end();
      owner = by;
      start = at;
    }
    clicks.add(product);
    last = at;
  }

  /** The last visit is over. */
  void end() {
    if (clicks.size() > 1) {
      to.accept(new Visit(start, clicks));
    }
    clicks.clear();
  }
}
