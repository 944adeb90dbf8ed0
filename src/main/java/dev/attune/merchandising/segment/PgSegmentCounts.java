package dev.attune.merchandising.segment;

import dev.attune.catalog.Catalog;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.condition.Facts;
import dev.attune.merchandising.condition.ShopperSeen;
import dev.attune.platform.database.Store;
import dev.attune.profile.AllProfiles;
import dev.attune.profile.Profile;
import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts segments in the background: a page of shoppers is in memory at a time. */
@ApplicationScoped
class PgSegmentCounts implements SegmentCounts {
  /** Shoppers of a page, about 15 KB each while they are looked at. */
  private static final int PAGE = 500;

  private static final String LAST =
      "select segment, condition, members, counted_of, counted_at from segment_count";
  private static final String KEEP =
      """
      with counted as (
        select * from unnest($1::text[], $2::text[], $3::bigint[]) as c(segment, condition, members)
      ),
      gone as (
        delete from segment_count s where not exists (
          select from counted c where c.segment = s.segment)
      )
      insert into segment_count (segment, condition, members, counted_of, counted_at)
      select segment, condition, members, $4, $5 from counted
      on conflict (segment) do update set condition = excluded.condition,
        members = excluded.members, counted_of = excluded.counted_of,
        counted_at = excluded.counted_at
      """;

  private final Pool pool;
  private final AllProfiles everybody;
  private final Merchandising merchandising;
  private final Catalog catalog;
  private final Clock clock;

  PgSegmentCounts(
      @ReactiveDataSource(Store.CATALOG_NAME) Pool pool,
      AllProfiles everybody,
      Merchandising merchandising,
      Catalog catalog,
      Clock clock) {
    this.pool = pool;
    this.everybody = everybody;
    this.merchandising = merchandising;
    this.catalog = catalog;
    this.clock = clock;
  }

  @Override
  public Uni<Map<String, SegmentCount>> last() {
    return pool.query(LAST)
        .execute()
        .map(
            rows -> {
              Map<String, SegmentCount> counts = new HashMap<>();
              for (Row row : rows) {
                counts.put(row.getString(0), count(row));
              }
              return counts;
            });
  }

  private static SegmentCount count(Row row) {
    return new SegmentCount(
        row.getString(0),
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getOffsetDateTime(4).toInstant());
  }

  @Scheduled(
      every = "${attune.segments.count-every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> countAgain() {
    return count(clock.instant())
        .onFailure()
        .invoke(failed -> Log.warnf("Segments are not counted now: %s", failed.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  @Override
  public Uni<Void> count(Instant now) {
    Tally tally = new Tally(merchandising.current().book().segments(), now);
    return tally.book.isEmpty()
        ? pool.query("delete from segment_count").execute().replaceWithVoid()
        : pages("", tally).chain(() -> keep(tally));
  }

  /** What has been counted so far. */
  private static final class Tally {
    private final SegmentBook book;
    private final Instant now;
    private final long[] members;
    private long all;

    Tally(SegmentBook book, Instant now) {
      this.book = book;
      this.now = now;
      this.members = new long[book.segments().size()];
    }
  }

  private Uni<Void> pages(String after, Tally tally) {
    return everybody
        .after(after, PAGE, tally.now)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(page -> add(page.profiles(), tally))
        .chain(
            page ->
                page.last() == null
                    ? Uni.createFrom().voidItem()
                    : pages(String.valueOf(page.last()), tally));
  }

  private void add(List<Profile> profiles, Tally tally) {
    for (Profile profile : profiles) {
      Facts facts = ShopperSeen.away(profile, catalog.snapshot(), tally.now).facts();
      for (int i = 0; i < tally.members.length; i++) {
        tally.members[i] += tally.book.holds(i, facts) ? 1 : 0;
      }
      tally.all++;
    }
  }

  private Uni<Void> keep(Tally tally) {
    List<Segment> segments = tally.book.segments();
    Long[] members = new Long[tally.members.length];
    for (int i = 0; i < members.length; i++) {
      members[i] = tally.members[i];
    }
    return pool.preparedQuery(KEEP)
        .execute(
            Tuple.of(
                segments.stream().map(Segment::id).toArray(String[]::new),
                segments.stream().map(Segment::condition).toArray(String[]::new),
                members,
                tally.all,
                tally.now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
