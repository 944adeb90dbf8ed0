package dev.attune.merchandising.store;

import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.Prepared;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.content.BadgeBook;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.segment.Segment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads all merchandise at one version. */
@ApplicationScoped
class PgMerchandise {
  private static final Logger LOG = Logger.getLogger(PgMerchandise.class);
  private static final String ONE_STATE = "set transaction isolation level repeatable read";
  private static final String VERSION = "select version from merchandise_version";

  private final PgSessions sessions;

  PgMerchandise(PgSessions sessions) {
    this.sessions = sessions;
  }

  Uni<Merchandise> read() {
    return sessions.inTransaction(
        session ->
            session
                .createNativeQuery(ONE_STATE)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(VERSION, Long.class).getSingleResult())
                .chain(version -> read(session, version)));
  }

  /** One query after the other, as a session wants it; for whom the version is the present one. */
  Uni<Merchandise> read(StatelessSession session, long version) {
    Map<Kind<?>, List<? extends PgWritten<?>>> read = new HashMap<>();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Kind<?> kind : PgRows.kinds()) {
      all =
          all.chain(() -> PgRows.of(kind).present(session))
              .invoke(rows -> read.put(kind, rows))
              .replaceWithVoid();
    }
    return all.map(done -> new Lists(read).at(version));
  }

  /**
   * What rows say. A row that cannot be read, such as one of another release, is left out, so that
   * it keeps nothing else from being seen.
   */
  private static <T> List<T> legible(
      List<PgWritten<T>> rows, Function<PgWritten<T>, @Nullable T> reading) {
    List<T> read = new ArrayList<>();
    for (PgWritten<T> row : rows) {
      try {
        @Nullable T one = reading.apply(row);
        if (one != null) {
          read.add(one);
        }
      } catch (UncheckedIOException | IllegalArgumentException illegible) {
        LOG.errorf("The %s %s is left out: %s", row.kind().named(), row.id, illegible.getMessage());
      }
    }
    return List.copyOf(read);
  }

  /** The rows of each kind. */
  private record Lists(Map<Kind<?>, List<? extends PgWritten<?>>> rows) {
    /** What shoppers see of a kind; of rules and badges all. */
    <T> List<T> seen(Kind<T> kind) {
      return legible(of(kind), PgWritten::seen);
    }

    Prepared drafts() {
      Prepared drafts = Prepared.NOTHING;
      for (Kind.Drafted<?> kind : Kind.DRAFTED) {
        drafts = with(drafts, kind);
      }
      return drafts;
    }

    private <T extends Kind.Draftable> Prepared with(Prepared drafts, Kind.Drafted<T> kind) {
      return drafts.and(kind, legible(of(kind), PgWritten::drafted));
    }

    @SuppressWarnings("unchecked") // the map has the rows of each kind under it
    private <T> List<PgWritten<T>> of(Kind<T> kind) {
      return (List<PgWritten<T>>) rows.getOrDefault(kind, List.of());
    }

    Merchandise at(long version) {
      List<ProductCollection> collections = seen(Kind.COLLECTION);
      List<WrittenRule> rules = seen(Kind.RULE);
      List<Segment> segments = seen(Kind.SEGMENT);
      return new Merchandise(
          Long.toString(version),
          seen(Kind.HERO),
          seen(Kind.OFFER),
          seen(Kind.GUIDE),
          collections,
          seen(Kind.SYNONYMS),
          seen(Kind.REDIRECT),
          rules,
          segments,
          Merchandise.inForce(rules, segments),
          BadgeBook.of(seen(Kind.BADGE), collections),
          seen(Kind.ROUTINE),
          drafts());
    }
  }
}
