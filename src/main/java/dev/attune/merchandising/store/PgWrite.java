package dev.attune.merchandising.store;

import dev.attune.merchandising.AuditLine;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.Write;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.StaleVersion;
import io.smallrye.mutiny.Uni;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * One write within one transaction: takes the store's turn, looks at what is there then, compares
 * versions, writes, appends to the audit and announces.
 *
 * @param there reads all merchandise at a version, that of the write's turn
 */
record PgWrite(Write write, BiFunction<StatelessSession, Long, Uni<Merchandise>> there) {
  private static final String TAKE_TURN =
      "update merchandise_version set version = version + 1 returning version";
  private static final String ANNOUNCE =
      "select cast(pg_notify('merchandise_changed', :version) as text)";

  <T, R extends PgWritten<T>> Uni<T> save(
      StatelessSession session, Class<R> type, R fresh, T value) {
    fresh.take(value);
    return put(
            session, type, fresh, new Change<R>("saved", PgWritten::seen, row -> row.show(value)))
        .map(PgWritten::value);
  }

  <T, R extends PgWritten.Drafted<T>> Uni<T> draft(
      StatelessSession session, Class<R> type, R fresh, T value) {
    fresh.take(value);
    return put(
            session,
            type,
            fresh,
            new Change<R>("drafted", PgWritten::latest, row -> row.draft(value)))
        .map(PgWritten::latest);
  }

  <T, R extends PgWritten.Drafted<T>> Uni<T> publish(
      StatelessSession session, Class<R> type, String id) {
    return inTurn(session, session.get(type, id).chain(row -> published(session, row, id)))
        .map(PgWritten::value);
  }

  private <T, R extends PgWritten.Drafted<T>> Uni<R> published(
      StatelessSession session, @Nullable R stored, String id) {
    @Nullable T draft = stored == null || stored.archivedAt != null ? null : stored.drafted();
    if (stored == null || draft == null) {
      throw new AttuneException(ErrorCode.UNKNOWN_ID, "id", "There is no draft of " + id);
    }
    requireExpected(id, stored);
    return update(
        session, stored, new Change<R>("published", PgWritten::seen, row -> row.show(draft)));
  }

  <R extends PgWritten<?>> Uni<R> archive(StatelessSession session, Class<R> type, String id) {
    return inTurn(session, session.get(type, id).chain(row -> putAway(session, row, id)));
  }

  /** The version is bumped first: its row's lock makes writers wait for each other. */
  private <R> Uni<R> inTurn(StatelessSession session, Uni<R> written) {
    return session
        .createNativeQuery(TAKE_TURN, Long.class)
        .getSingleResult()
        .chain(
            version ->
                there
                    .apply(session, version - 1)
                    .invoke(write.provided())
                    .chain(() -> written)
                    .call(
                        () ->
                            session
                                .createNativeQuery(ANNOUNCE, String.class)
                                .setParameter("version", version.toString())
                                .getSingleResult()));
  }

  /**
   * What a write does to a row.
   *
   * @param what the audit calls it
   * @param before what the audit keeps of the row before
   */
  private record Change<R>(String what, Function<R, @Nullable Object> before, Consumer<R> on) {}

  private <R extends PgWritten<?>> Uni<R> put(
      StatelessSession session, Class<R> type, R fresh, Change<R> change) {
    return inTurn(
        session,
        session
            .get(type, fresh.id)
            .chain(
                stored -> {
                  requireExpected(fresh.id, stored);
                  return stored == null
                      ? insert(session, fresh, change)
                      : update(session, stored, change);
                }));
  }

  private <R extends PgWritten<?>> Uni<R> insert(
      StatelessSession session, R row, Change<R> change) {
    change.on().accept(row);
    row.version = 1;
    return row.admit(session)
        .chain(() -> session.insert(row))
        .chain(() -> record(session, row, row.saved(change.what()), null))
        .replaceWith(row);
  }

  private <R extends PgWritten<?>> Uni<R> update(
      StatelessSession session, R row, Change<R> change) {
    @Nullable Object before = row.archivedAt == null ? change.before().apply(row) : null;
    change.on().accept(row);
    row.archivedAt = null;
    return row.admit(session)
        .chain(() -> session.update(row))
        .chain(
            () ->
                record(
                    session,
                    row,
                    row.saved(change.what()),
                    before == null ? null : PgAuditLine.json(before)))
        .replaceWith(row);
  }

  private <R extends PgWritten<?>> Uni<R> putAway(
      StatelessSession session, @Nullable R stored, String id) {
    if (stored == null || stored.archivedAt != null) {
      throw new AttuneException(ErrorCode.UNKNOWN_ID, "id", "There is no live " + id);
    }
    requireExpected(id, stored);
    String before = json(stored);
    stored.archivedAt = write.at();
    return stored
        .release(session)
        .chain(() -> session.update(stored))
        .chain(() -> record(session, stored, "archived", before))
        .replaceWith(stored);
  }

  private void requireExpected(String id, @Nullable PgWritten<?> stored) {
    int present = stored == null ? 0 : stored.version;
    if (present != write.expected()) {
      throw new StaleVersion(id, present, write.expected());
    }
  }

  private Uni<Void> record(
      StatelessSession session, PgWritten<?> row, String what, @Nullable String before) {
    String after = row.archivedAt == null ? json(row) : null;
    String action = row.kind().named() + "." + what;
    return session.insert(
        PgAuditLine.of(new AuditLine(write.at(), write.who(), action, row.id, before, after)));
  }

  private static @Nullable String json(PgWritten<?> row) {
    return row.archivedAt == null ? PgAuditLine.json(row.latest()) : null;
  }
}
