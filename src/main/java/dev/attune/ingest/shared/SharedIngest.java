package dev.attune.ingest.shared;

import dev.attune.events.Received;
import dev.attune.ingest.Ingest;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.privacy.ConsentDefaults;
import dev.attune.privacy.Terms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/**
 * Lets requests share transactions without waiting for each other: as long as a writer is free a
 * request is written at once, alone; while all are busy requests gather, and the next free writer
 * takes what has gathered. So nobody waits longer than the transaction that is under way, and the
 * busier it is the more share one.
 *
 * <p>Requests that fill a transaction by themselves stand in a line of their own, with as many
 * writers and as much room: they do not keep the small ones waiting, and are told to come again
 * like them.
 */
@ApplicationScoped
class SharedIngest implements Ingest {
  private final Ingest.Store store;
  private final UnaryOperator<Terms> plain;
  private final int together;
  private final WaitingLine small;
  private final WaitingLine large;

  @Inject
  SharedIngest(
      Ingest.Store store,
      SharingSettings settings,
      ConsentDefaults defaults,
      MeterRegistry meters) {
    this(store, settings, defaults::plain);
    Gauge.builder("attune.ingest.waiting", this, SharedIngest::waiting)
        .description("Events that wait for a transaction")
        .register(meters);
  }

  /**
   * @param plain what of terms makes a difference: requests that agree on it share
   */
  SharedIngest(Ingest.Store store, SharingSettings settings, UnaryOperator<Terms> plain) {
    this.store = store;
    this.plain = plain;
    this.together = settings.together();
    this.small = line(settings);
    this.large = line(settings);
  }

  private static WaitingLine line(SharingSettings settings) {
    return new WaitingLine(settings.writers(), settings.together(), settings.queue());
  }

  private int waiting() {
    return small.events() + large.events();
  }

  @Override
  public Uni<Receipt> accept(List<Received> events) {
    return accept(events, Terms.NONE);
  }

  @Override
  public Uni<Receipt> accept(List<Received> events, Terms terms) {
    if (events.isEmpty()) {
      return append(List.of(events), terms).map(receipts -> receipts.get(0));
    }
    WaitingLine line = events.size() < together ? small : large;
    Executor caller = caller();
    return Uni.createFrom()
        .<Receipt>emitter(
            emitter -> {
              if (line.join(new Waiting(List.copyOf(events), plain.apply(terms), emitter))) {
                next(line);
              } else {
                emitter.fail(
                    new AttuneException(ErrorCode.OVERLOADED, null, "Send this again in a moment"));
              }
            })
        .emitOn(caller);
  }

  private void next(WaitingLine line) {
    List<Waiting> together = line.take();
    if (!together.isEmpty()) {
      write(together)
          .onTermination()
          .invoke(
              () -> {
                line.free();
                next(line);
              })
          .subscribe()
          .with(done -> {}, failure -> Log.error("Requests were left without an answer", failure));
    }
  }

  private Uni<Void> write(List<Waiting> together) {
    if (together.size() == 1) {
      return alone(together.get(0));
    }
    return append(together.stream().map(Waiting::events).toList(), together.get(0).terms())
        .invoke(
            receipts -> {
              for (int i = 0; i < together.size(); i++) {
                together.get(i).emitter().complete(receipts.get(i));
              }
            })
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(failure -> oneByOne(together, failure));
  }

  /** One request's events that cannot be stored must not cost the others theirs. */
  private Uni<Void> oneByOne(List<Waiting> together, Throwable failure) {
    Log.warnf("%d requests are written one by one: %s", together.size(), failure.getMessage());
    return Multi.createFrom()
        .iterable(together)
        .onItem()
        .transformToUniAndConcatenate(this::alone)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> alone(Waiting one) {
    return append(List.of(one.events()), one.terms())
        .invoke(receipts -> one.emitter().complete(receipts.get(0)))
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(
            failure -> {
              one.emitter().fail(failure);
              return Uni.createFrom().voidItem();
            });
  }

  /** Also what the store cannot even begin fails here, or its writer would be busy for ever. */
  private Uni<List<Receipt>> append(List<List<Received>> requests, Terms terms) {
    return Uni.createFrom().deferred(() -> store.append(requests, terms));
  }

  /** Where the caller goes on: its own context, not that of whoever shared its transaction. */
  private static Executor caller() {
    Context context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
  }
}
