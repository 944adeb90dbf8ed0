package dev.attune.ingest;

import dev.attune.events.Received;
import dev.attune.ingest.Entry.Key;
import dev.attune.ingest.Ingest.Receipt;
import dev.attune.ingest.health.Arrivals;
import dev.attune.platform.database.Alongside;
import dev.attune.platform.database.Store;
import dev.attune.platform.database.Transactions;
import dev.attune.privacy.Terms;
import dev.attune.profile.fold.Changes;
import dev.attune.profile.live.ShopperChanges;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Consent, log, folds and membership in one transaction of at most seven statements, however many
 * events there are. All rows are locked in one order: events, then folds, then links, each by key.
 */
@ApplicationScoped
class PgIngest implements Ingest.Store {
  private final Pool pool;
  private final PgConsentGate gate;
  private final ShopperChanges changes;
  private final Arrivals arrivals;

  PgIngest(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool,
      PgConsentGate gate,
      ShopperChanges changes,
      Arrivals arrivals) {
    this.pool = pool;
    this.gate = gate;
    this.changes = changes;
    this.arrivals = arrivals;
  }

  @Override
  public Uni<List<Receipt>> append(List<List<Received>> requests, Terms terms) {
    List<Entry> entries = requests.stream().flatMap(List::stream).map(PgIngest::entry).toList();
    return write(entries, terms)
        .map(
            outcome -> {
              List<Receipt> receipts = new ArrayList<>();
              int from = 0;
              for (List<Received> request : requests) {
                receipts.add(outcome.receipt(from, from + request.size()));
                from += request.size();
              }
              return receipts;
            });
  }

  /** One round for each of the terms, one behind the other; the receipts keep the order. */
  @Override
  public Uni<List<Receipt>> append(List<Ingest.Message> messages, Alongside also) {
    Map<Terms, List<Integer>> rounds = new LinkedHashMap<>();
    for (int i = 0; i < messages.size(); i++) {
      Terms terms = gate.plain(messages.get(i).terms());
      rounds.computeIfAbsent(terms, any -> new ArrayList<>()).add(i);
    }
    return Transactions.in(
            pool,
            connection -> also.write(connection).chain(() -> all(connection, messages, rounds)))
        .invoke(outcomes -> outcomes.forEach(this::tell))
        .map(outcomes -> receipts(outcomes, List.copyOf(rounds.values()), messages.size()));
  }

  private Uni<List<Outcome>> all(
      SqlConnection connection, List<Ingest.Message> messages, Map<Terms, List<Integer>> rounds) {
    Uni<List<Outcome>> outcomes = Uni.createFrom().item(new ArrayList<>());
    for (Map.Entry<Terms, List<Integer>> round : rounds.entrySet()) {
      List<Entry> entries =
          round.getValue().stream().map(place -> entry(messages.get(place).event())).toList();
      outcomes = outcomes.call(all -> accept(connection, entries, round.getKey()).invoke(all::add));
    }
    return outcomes;
  }

  private static List<Receipt> receipts(
      List<Outcome> outcomes, List<List<Integer>> places, int count) {
    Receipt[] receipts = new Receipt[count];
    for (int round = 0; round < outcomes.size(); round++) {
      for (int i = 0; i < places.get(round).size(); i++) {
        receipts[places.get(round).get(i)] = outcomes.get(round).receipt(i, i + 1);
      }
    }
    return List.of(receipts);
  }

  @Override
  public Uni<List<Integer>> withheld(List<Received> events, Terms terms) {
    List<Entry> entries = events.stream().map(PgIngest::entry).toList();
    return pool.withTransaction(connection -> gate.peek(connection, entries, terms))
        .map(
            allowed ->
                IntStream.range(0, entries.size())
                    .filter(i -> !allowed.keep(entries.get(i)))
                    .boxed()
                    .toList());
  }

  Uni<Receipt> acceptEntries(List<Entry> entries, Terms terms) {
    return write(entries, terms).map(outcome -> outcome.receipt(0, entries.size()));
  }

  private static Entry entry(Received event) {
    return Entry.of(
        event,
        event.event().type().name()
            + (event.said().vouched() ? " with the secret key" : " with the customer's token"));
  }

  private Uni<Outcome> write(List<Entry> entries, Terms terms) {
    if (entries.isEmpty()) {
      return Uni.createFrom().item(new Outcome(entries, Map.of(), List.of()));
    }
    return Transactions.in(pool, connection -> accept(connection, entries, terms))
        .invoke(this::tell);
  }

  private void tell(Outcome outcome) {
    List<Entry> fresh = outcome.of(Fate.ACCEPTED);
    if (!fresh.isEmpty()) {
      changes.touched(
          fresh.stream()
              .flatMap(entry -> Stream.of(entry.key().origin(), entry.owner()))
              .collect(Collectors.toSet()));
    }
    fresh.forEach(
        entry ->
            arrivals.accepted(
                entry.type(),
                entry.traffic(),
                entry.delivery(),
                entry.happenedAt(),
                entry.receivedAt()));
    outcome
        .of(Fate.DUPLICATE)
        .forEach(entry -> arrivals.repeated(entry.type(), entry.delivery(), entry.receivedAt()));
  }

  private Uni<Outcome> accept(SqlConnection connection, List<Entry> entries, Terms terms) {
    return gate.ask(connection, entries, terms)
        .chain(allowed -> append(connection, entries, allowed));
  }

  private static Uni<Outcome> append(
      SqlConnection connection, List<Entry> entries, Allowed allowed) {
    Map<Key, Entry> kept = new LinkedHashMap<>();
    entries.stream().filter(allowed::keep).forEach(entry -> kept.putIfAbsent(entry.key(), entry));
    List<Entry> distinct = List.copyOf(kept.values());
    return PgAppend.append(connection, distinct, allowed::personalize)
        .chain(
            fresh ->
                fold(connection, distinct, folded(distinct, fresh, allowed))
                    .map(versions -> new Outcome(entries, versions, fates(entries, kept, fresh))));
  }

  /** Of several entries with one key the first may be new, the others repeat it. */
  private static List<Fate> fates(List<Entry> entries, Map<Key, Entry> kept, Set<Key> fresh) {
    return entries.stream()
        .map(
            entry -> {
              @Nullable Entry first = kept.get(entry.key());
              return first == null
                  ? Fate.WITHHELD
                  : first == entry && fresh.contains(entry.key()) ? Fate.ACCEPTED : Fate.DUPLICATE;
            })
        .toList();
  }

  private static List<Entry> folded(List<Entry> distinct, Set<Key> fresh, Allowed allowed) {
    return distinct.stream()
        .filter(entry -> fresh.contains(entry.key()))
        .filter(entry -> entry.folded(allowed.personalize(entry)))
        .toList();
  }

  /** Folds these; returns the versions of the folds of all who had kept events. */
  private static Uni<Map<String, Long>> fold(
      SqlConnection connection, List<Entry> distinct, List<Entry> folded) {
    Set<String> others = distinct.stream().map(Entry::owner).collect(Collectors.toSet());
    Changes changes = new Changes();
    for (Entry entry : folded) {
      changes.add(entry.key().origin(), entry.customer(), entry.happenedAt(), entry.signals());
      others.remove(entry.owner());
    }
    Uni<Map<String, Long>> unchanged =
        others.isEmpty()
            ? Uni.createFrom().item(Map.of())
            : Uni.createFrom().deferred(() -> PgFolds.versions(connection, others));
    if (folded.isEmpty()) {
      return unchanged;
    }
    return PgFolds.add(connection, changes, () -> PgLinks.join(connection, folded))
        .chain(
            version ->
                unchanged.map(
                    versions -> {
                      Map<String, Long> all = new HashMap<>(versions);
                      folded.forEach(entry -> all.put(entry.owner(), version));
                      return all;
                    }));
  }

  private enum Fate {
    ACCEPTED,
    DUPLICATE,
    WITHHELD
  }

  /**
   * What became of entries.
   *
   * @param versions of the owners' folds
   */
  private record Outcome(List<Entry> entries, Map<String, Long> versions, List<Fate> fates) {
    List<Entry> of(Fate fate) {
      return IntStream.range(0, fates.size())
          .filter(i -> fates.get(i) == fate)
          .mapToObj(entries::get)
          .toList();
    }

    /** Of the entries from one place to another, with withheld ones counted from there. */
    Receipt receipt(int from, int to) {
      int accepted = 0;
      int duplicates = 0;
      long version = 0;
      List<Integer> withheld = new ArrayList<>();
      for (int i = from; i < to; i++) {
        switch (fates.get(i)) {
          case ACCEPTED -> accepted++;
          case DUPLICATE -> duplicates++;
          case WITHHELD -> {
            withheld.add(i - from);
            continue;
          }
        }
        version = Math.max(version, versions.getOrDefault(entries.get(i).owner(), 0L));
      }
      return new Receipt(accepted, duplicates, version, withheld);
    }
  }
}
