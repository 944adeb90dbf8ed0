package dev.attune.ingest;

import dev.attune.events.Received;
import dev.attune.ingest.Entry.Key;
import dev.attune.platform.database.Store;
import dev.attune.privacy.Terms;
import dev.attune.profile.fold.Changes;
import dev.attune.profile.live.ShopperChanges;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Consent, log, folds and membership in one transaction of at most seven statements, however many
 * events there are. All rows are locked in one order: events, then folds, then links, each by key.
 */
@ApplicationScoped
class PgIngest implements Ingest {
  private final Pool pool;
  private final PgConsentGate gate;
  private final ShopperChanges changes;

  PgIngest(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool,
      PgConsentGate gate,
      ShopperChanges changes) {
    this.pool = pool;
    this.gate = gate;
    this.changes = changes;
  }

  @Override
  public Uni<Receipt> accept(List<Received> events) {
    return accept(events, Terms.NONE);
  }

  @Override
  public Uni<Receipt> accept(List<Received> events, Terms terms) {
    return acceptEntries(
        events.stream().map(event -> Entry.of(event, evidence(event))).toList(), terms);
  }

  private static String evidence(Received event) {
    return event.event().type().name()
        + (event.said().vouched() ? " with the secret key" : " with the customer's token");
  }

  Uni<Receipt> acceptEntries(List<Entry> entries, Terms terms) {
    if (entries.isEmpty()) {
      return Uni.createFrom().item(new Receipt(0, 0, 0, List.of()));
    }
    return pool.withTransaction(connection -> accept(connection, entries, terms))
        .invoke(receipt -> tell(receipt, entries));
  }

  private void tell(Receipt receipt, List<Entry> entries) {
    if (receipt.accepted() > 0) {
      changes.touched(
          entries.stream()
              .flatMap(entry -> Stream.of(entry.key().origin(), entry.owner()))
              .collect(Collectors.toSet()));
    }
  }

  private Uni<Receipt> accept(SqlConnection connection, List<Entry> entries, Terms terms) {
    return gate.ask(connection, entries, terms)
        .chain(allowed -> append(connection, entries, allowed));
  }

  private static Uni<Receipt> append(
      SqlConnection connection, List<Entry> entries, Allowed allowed) {
    Map<Key, Entry> kept = new LinkedHashMap<>();
    entries.stream().filter(allowed::keep).forEach(entry -> kept.putIfAbsent(entry.key(), entry));
    List<Integer> withheld =
        IntStream.range(0, entries.size())
            .filter(i -> !allowed.keep(entries.get(i)))
            .boxed()
            .toList();
    List<Entry> distinct = List.copyOf(kept.values());
    return PgAppend.append(connection, distinct, allowed::personalize)
        .chain(
            fresh -> {
              int duplicates = entries.size() - withheld.size() - fresh.size();
              return fold(connection, distinct, folded(distinct, fresh, allowed))
                  .map(version -> new Receipt(fresh.size(), duplicates, version, withheld));
            });
  }

  private static List<Entry> folded(List<Entry> distinct, Set<Key> fresh, Allowed allowed) {
    return distinct.stream()
        .filter(entry -> fresh.contains(entry.key()))
        .filter(entry -> entry.folded(allowed.personalize(entry)))
        .toList();
  }

  private static Uni<Long> fold(
      SqlConnection connection, List<Entry> distinct, List<Entry> folded) {
    if (folded.isEmpty()) {
      return PgFolds.version(connection, distinct.stream().map(Entry::owner).toList());
    }
    Changes changes = new Changes();
    folded.forEach(
        entry ->
            changes.add(
                entry.key().origin(), entry.customer(), entry.happenedAt(), entry.signals()));
    return PgFolds.add(connection, changes).call(() -> PgLinks.join(connection, folded));
  }
}
