package dev.attune.merchandising.store;

import dev.attune.merchandising.Merchandise;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Reads all merchandise at one version. */
@ApplicationScoped
class PgMerchandise {
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

  private static Uni<Merchandise> read(StatelessSession session, long version) {
    return live(session, PgHero.class)
        .chain(
            heroes ->
                live(session, PgOffer.class)
                    .chain(
                        offers ->
                            live(session, PgGuide.class)
                                .chain(
                                    guides ->
                                        live(session, PgCollection.class)
                                            .map(
                                                collections ->
                                                    new Merchandise(
                                                        Long.toString(version),
                                                        heroes,
                                                        offers,
                                                        guides,
                                                        collections)))));
  }

  private static <T, R extends PgWritten<T>> Uni<List<T>> live(
      StatelessSession session, Class<R> type) {
    String query = "from " + type.getSimpleName() + " where archivedAt is null order by id";
    return session
        .createSelectionQuery(query, type)
        .getResultList()
        .map(rows -> rows.stream().map(PgWritten::value).toList());
  }
}
