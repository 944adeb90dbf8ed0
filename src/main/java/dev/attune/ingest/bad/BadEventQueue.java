package dev.attune.ingest.bad;

import dev.attune.events.EventContext;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.ingest.Ingest;
import dev.attune.privacy.Terms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Bad events on their way into the table, behind the responses. What its person does not allow to
 * keep is counted without saying anything of the person.
 */
@ApplicationScoped
class BadEventQueue implements BadEvents {
  private static final int BATCH = 500;

  private final PgBadEvents table;
  private final Ingest.Store store;
  private final BadEventSettings settings;
  private final Clock clock;
  private final Counter lost;
  private final BlockingQueue<BadEvent> waiting;
  private final AtomicReference<@Nullable Uni<Void>> running = new AtomicReference<>();

  BadEventQueue(
      PgBadEvents table,
      Ingest.Store store,
      BadEventSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.table = table;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.waiting = new ArrayBlockingQueue<>(settings.queue());
    this.lost =
        Counter.builder("attune.events.bad.lost")
            .description("Refused events that were not kept, because too many came at once")
            .register(meters);
  }

  @Override
  public void keep(BadEvent event) {
    if (!waiting.offer(event)) {
      lost.increment();
    }
  }

  @Override
  public Uni<BadEventPage> page(BadEventFilter filter, int first, @Nullable Long before) {
    return settled().chain(() -> table.page(filter, first, before));
  }

  @Override
  public Uni<List<BadEventPage.Count>> counts() {
    return settled().chain(table::counts);
  }

  @Override
  public Uni<Long> since(Instant from) {
    return settled().chain(() -> table.since(from));
  }

  /** Joins a writing that is under way, then writes. */
  @Override
  public Uni<Void> settled() {
    Uni<Void> under = running.get();
    return under == null ? drain() : under.onFailure().recoverWithNull().chain(this::drain);
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> write() {
    return waiting.isEmpty()
        ? Uni.createFrom().voidItem()
        : drain()
            .onFailure()
            .invoke(failure -> Log.warnf("Bad events were lost: %s", failure.getMessage()))
            .onFailure()
            .recoverWithNull();
  }

  @Scheduled(every = "1h", delayed = "1m")
  Uni<Void> expire() {
    return table.expire(clock.instant().minus(settings.keep()), settings.most()).replaceWithVoid();
  }

  private Uni<Void> drain() {
    Uni<Void> mine =
        Uni.createFrom()
            .deferred(this::writeAll)
            .onTermination()
            .invoke(() -> running.set(null))
            .memoize()
            .indefinitely();
    Uni<Void> theirs = running.compareAndExchange(null, mine);
    return theirs == null ? mine : theirs;
  }

  private Uni<Void> writeAll() {
    List<BadEvent> batch = new ArrayList<>();
    waiting.drainTo(batch, BATCH);
    if (batch.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return discreet(batch)
        .chain(table::insert)
        .onFailure()
        .invoke(() -> lost.increment(batch.size()))
        .chain(this::writeAll);
  }

  /** The same events, those without what their persons do not allow to keep. */
  private Uni<List<BadEvent>> discreet(List<BadEvent> batch) {
    List<Integer> named = new ArrayList<>();
    List<Received> sightings = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      for (Identifier person : batch.get(i).persons()) {
        named.add(i);
        sightings.add(sighting(person, batch.get(i)));
      }
    }
    return sightings.isEmpty()
        ? Uni.createFrom().item(without(batch, Set.of()))
        : store
            .withheld(sightings, Terms.NONE)
            .map(
                refused -> {
                  Set<Integer> silent = new HashSet<>();
                  refused.forEach(place -> silent.add(named.get(place)));
                  return without(batch, silent);
                });
  }

  private static Received sighting(Identifier person, BadEvent event) {
    return new Received(
        "",
        person,
        person.type() == Identifier.Type.CUSTOMER ? person : null,
        event.sentBy().arrival().receivedAt(),
        event.sentBy().arrival().receivedAt(),
        event.sentBy().sender().traffic(),
        new ShopEvent.Identified(),
        EventContext.NONE,
        "");
  }

  private static List<BadEvent> without(List<BadEvent> batch, Set<Integer> silent) {
    List<BadEvent> kept = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      BadEvent event = batch.get(i);
      boolean objects = event.sentBy().objects();
      kept.add(silent.contains(i) || objects ? event.aboutNobody() : event);
    }
    return kept;
  }
}
