package dev.attune.ingest.bad;

import dev.attune.events.EventContext;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.ingest.Ingest;
import dev.attune.platform.personal.OnTheirWay;
import dev.attune.platform.work.Waiting;
import dev.attune.platform.work.WriteBehind;
import dev.attune.privacy.ConsentDefaults;
import dev.attune.privacy.Terms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bad events on their way into the table, behind the responses. What its person does not allow to
 * keep is counted without saying anything of the person.
 */
@ApplicationScoped
class BadEventQueue implements BadEvents, OnTheirWay {
  /** Each is read again, to be told from what was erased: a hundred are 3 MB at the most. */
  private static final int BATCH = 100;

  /** The table never has more than this part too much of each replica. */
  private static final int TRIMS = 10;

  private final PgBadEvents table;
  private final Ingest.Store store;
  private final BadEventSettings settings;
  private final ConsentDefaults defaults;
  private final Clock clock;
  private final Counter lost;
  private final Vertx vertx;
  private final Waiting<BadEvent> waiting;
  private int written;
  private final WriteBehind writing = new WriteBehind("Bad events", this::batch);

  BadEventQueue(
      PgBadEvents table,
      Ingest.Store store,
      BadEventSettings settings,
      ConsentDefaults defaults,
      Clock clock,
      Vertx vertx,
      MeterRegistry meters) {
    this.table = table;
    this.store = store;
    this.settings = settings;
    this.defaults = defaults;
    this.clock = clock;
    this.vertx = vertx;
    this.waiting = new Waiting<>(settings.queue(), BadEvent::weight);
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

  @Override
  public Uni<Void> settled() {
    return writing.settled();
  }

  void start(@Observes StartupEvent started) {
    writing.start(vertx);
  }

  void stop(@Observes ShutdownEvent stopped) {
    writing.stop();
  }

  @Scheduled(every = "1h", delayed = "1m")
  Uni<Void> expire() {
    return table.expire(clock.instant().minus(settings.keep()), settings.most()).replaceWithVoid();
  }

  private Optional<Uni<Void>> batch() {
    List<BadEvent> batch = waiting.take(BATCH);
    return batch.isEmpty()
        ? Optional.empty()
        : Optional.of(
            WriteBehind.allBut(batch, some -> discreet(some).chain(table::insert), this::giveUp)
                .chain(() -> trimmed(batch.size()))
                .invoke(waiting::settle));
  }

  private void giveUp(BadEvent event, Throwable failure) {
    Log.errorf("An event refused with %s cannot be kept: %s", event.rejection().code(), failure);
    lost.increment();
  }

  /** Whoever sends rubbish all day does not fill the disk until the next hour. */
  private Uni<Void> trimmed(int more) {
    written += more;
    if (written < Math.max(1, settings.most() / TRIMS)) {
      return Uni.createFrom().voidItem();
    }
    written = 0;
    return expire()
        .onFailure()
        .invoke(failure -> Log.warnf("Old refused events stay: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  /** The same events, those without what their persons do not allow to keep. */
  private Uni<List<BadEvent>> discreet(List<BadEvent> batch) {
    Map<Terms, List<Integer>> rounds = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      Terms terms = defaults.plain(batch.get(i).sentBy().terms());
      rounds.computeIfAbsent(terms, any -> new ArrayList<>()).add(i);
    }
    Uni<Set<Integer>> silent = Uni.createFrom().item(new HashSet<>());
    for (Map.Entry<Terms, List<Integer>> round : rounds.entrySet()) {
      silent =
          silent.call(all -> silent(batch, round.getValue(), round.getKey()).invoke(all::addAll));
    }
    return silent.map(all -> without(batch, all));
  }

  /** Which of those that came on these terms say something that their persons do not allow. */
  private Uni<List<Integer>> silent(List<BadEvent> batch, List<Integer> places, Terms terms) {
    List<Integer> named = new ArrayList<>();
    List<Received> sightings = new ArrayList<>();
    for (int place : places) {
      for (Identifier person : batch.get(place).persons()) {
        named.add(place);
        sightings.add(sighting(person, batch.get(place)));
      }
    }
    return sightings.isEmpty()
        ? Uni.createFrom().item(List.of())
        : store
            .withheld(sightings, terms)
            .map(refused -> refused.stream().map(named::get).toList());
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
      boolean objects = event.sentBy().terms().objects();
      kept.add(silent.contains(i) || objects ? event.aboutNobody() : event);
    }
    return kept;
  }
}
