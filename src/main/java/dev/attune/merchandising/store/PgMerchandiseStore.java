package dev.attune.merchandising.store;

import dev.attune.merchandising.AuditLine;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Write;
import dev.attune.merchandising.content.Former;
import dev.attune.merchandising.rule.RuleRevision;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Merchandise in PostgreSQL, through Hibernate. */
@ApplicationScoped
class PgMerchandiseStore implements MerchandiseStore {
  private static final String HISTORY =
      "from PgAuditLine where subject = :id and what like :kind order by id desc";
  private static final String FORMERLY =
      "select cast(after as text) from merchandise_audit where subject = :id and what like :kind"
          + " and cast(after ->> 'version' as integer) = :version order by id desc limit 1";

  private final PgSessions sessions;
  private final PgMerchandise merchandise;
  private final MerchandiseSnapshots snapshots;

  PgMerchandiseStore(
      PgSessions sessions, PgMerchandise merchandise, MerchandiseSnapshots snapshots) {
    this.sessions = sessions;
    this.merchandise = merchandise;
    this.snapshots = snapshots;
  }

  @Override
  public <T> Uni<T> save(Kind<T> kind, T written, Write write) {
    return shown(session -> PgRows.of(kind).save(session, written, inTurn(write)));
  }

  @Override
  public <T extends Kind.Draftable> Uni<T> draft(Kind.Drafted<T> kind, T written, Write write) {
    return shown(session -> PgRows.of(kind).draft(session, written, inTurn(write)));
  }

  @Override
  public <T extends Kind.Draftable> Uni<T> publish(Kind.Drafted<T> kind, String id, Write write) {
    return shown(session -> PgRows.of(kind).publish(session, id, inTurn(write)));
  }

  @Override
  public <T> Uni<T> archive(Kind<T> kind, String id, Write write) {
    return shown(session -> PgRows.of(kind).archive(session, id, inTurn(write)));
  }

  @Override
  public Uni<List<Former>> history(Kind<?> kind, String id, int n) {
    return lines(kind, id, n).map(rows -> rows.stream().map(PgAuditLine::former).toList());
  }

  @Override
  public Uni<List<RuleRevision>> ruleHistory(String id, int n) {
    return lines(Kind.RULE, id, n)
        .map(rows -> rows.stream().map(PgMerchandiseStore::revision).toList());
  }

  private Uni<List<PgAuditLine>> lines(Kind<?> kind, String id, int n) {
    return sessions.inTransaction(
        session ->
            session
                .createSelectionQuery(HISTORY, PgAuditLine.class)
                .setParameter("id", id)
                .setParameter("kind", actions(kind))
                .setMaxResults(n)
                .getResultList());
  }

  private static RuleRevision revision(PgAuditLine line) {
    @Nullable String after = line.after;
    return new RuleRevision(
        line.at,
        line.who,
        line.what,
        after == null ? null : PgAuditLine.read(after, WrittenRule.class));
  }

  @Override
  public <T> Uni<T> formerly(Kind<T> kind, String id, int version) {
    return sessions.inTransaction(
        session ->
            session
                .createNativeQuery(FORMERLY, String.class)
                .setParameter("id", id)
                .setParameter("kind", actions(kind))
                .setParameter("version", version)
                .getResultList()
                .map(found -> one(kind, id, version, found)));
  }

  /** What the audit calls writes of a kind, as a pattern of SQL. */
  private static String actions(Kind<?> kind) {
    return kind.named() + ".%";
  }

  private static <T> T one(Kind<T> kind, String id, int version, List<String> found) {
    if (found.isEmpty()) {
      throw new AttuneException(
          ErrorCode.UNKNOWN_ID, "toVersion", "%s has no version %d".formatted(id, version));
    }
    return PgAuditLine.readContent(found.get(0), kind.type());
  }

  @Override
  public Uni<List<AuditLine>> audit(int n) {
    return sessions.inTransaction(
        session ->
            session
                .createSelectionQuery("from PgAuditLine order by id desc", PgAuditLine.class)
                .setMaxResults(n)
                .getResultList()
                .map(rows -> rows.stream().map(PgAuditLine::line).toList()));
  }

  /** One that looks at what is there in its turn, from memory where that is as new. */
  private PgWrite inTurn(Write write) {
    return new PgWrite(
        write,
        (session, version) -> {
          Merchandise current = snapshots.current();
          return current.version().equals(Long.toString(version))
              ? Uni.createFrom().item(current)
              : merchandise.read(session, version);
        });
  }

  /** A write that this process shows before its answer is there. */
  private <T> Uni<T> shown(Function<StatelessSession, Uni<T>> write) {
    return sessions.inTransaction(write).call(snapshots::refresh);
  }
}
