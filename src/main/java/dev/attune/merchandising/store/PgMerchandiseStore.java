package dev.attune.merchandising.store;

import dev.attune.merchandising.AuditLine;
import dev.attune.merchandising.Guide;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Redirect;
import dev.attune.merchandising.Synonyms;
import dev.attune.merchandising.content.Former;
import dev.attune.merchandising.content.Routine;
import dev.attune.merchandising.content.WrittenBadge;
import dev.attune.merchandising.rule.RuleRevision;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.segment.Segment;
import dev.attune.merchandising.store.PgSearchWords.PgRedirect;
import dev.attune.merchandising.store.PgSearchWords.PgSynonyms;
import dev.attune.merchandising.store.PgStories.PgCollection;
import dev.attune.merchandising.store.PgStories.PgGuide;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Merchandise in PostgreSQL, through Hibernate. */
@ApplicationScoped
class PgMerchandiseStore implements MerchandiseStore {
  private static final String CONTENT_HISTORY =
      "from PgAuditLine where subject = :id and what like :kind order by id desc";
  private static final String FORMERLY =
      "select cast(after as text) from merchandise_audit where subject = :id and what like :kind"
          + " and cast(after ->> 'version' as integer) = :version order by id desc limit 1";

  private static final Map<Class<?>, String> KINDS =
      Map.of(
          Hero.class, "hero.%",
          Offer.class, "offer.%",
          ProductCollection.class, "collection.%",
          WrittenBadge.class, "badge.%",
          Synonyms.class, "synonyms.%",
          Redirect.class, "redirect.%",
          Routine.class, "routine.%",
          Segment.class, "segment.%");

  private static final String HISTORY =
      "from PgAuditLine where subject = :id and what like 'rule.%' order by id desc";

  private final PgSessions sessions;
  private final MerchandiseSnapshots snapshots;

  PgMerchandiseStore(PgSessions sessions, MerchandiseSnapshots snapshots) {
    this.sessions = sessions;
    this.snapshots = snapshots;
  }

  @Override
  public Uni<Hero> saveHero(Hero hero, int expectedVersion, String who, Instant at) {
    return save(PgHero.class, new PgHero(), hero, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Offer> saveOffer(Offer offer, int expectedVersion, String who, Instant at) {
    return save(PgOffer.class, new PgOffer(), offer, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Offer> draftOffer(Offer offer, int expectedVersion, String who, Instant at) {
    PgWrite write = new PgWrite(expectedVersion, who, at);
    return shown(session -> write.draft(session, PgOffer.class, new PgOffer(), offer));
  }

  @Override
  public Uni<Offer> publishOffer(String id, int expectedVersion, String who, Instant at) {
    PgWrite write = new PgWrite(expectedVersion, who, at);
    return shown(session -> write.publish(session, PgOffer.class, id));
  }

  @Override
  public Uni<Offer> archiveOffer(String id, int expectedVersion, String who, Instant at) {
    return archive(PgOffer.class, id, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Guide> saveGuide(Guide guide, int expectedVersion, String who, Instant at) {
    return save(PgGuide.class, new PgGuide(), guide, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<ProductCollection> saveCollection(
      ProductCollection collection, int expectedVersion, String who, Instant at) {
    return save(
        PgCollection.class, new PgCollection(), collection, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Hero> draftHero(Hero hero, int expectedVersion, String who, Instant at) {
    PgWrite write = new PgWrite(expectedVersion, who, at);
    return shown(session -> write.draft(session, PgHero.class, new PgHero(), hero));
  }

  @Override
  public Uni<Hero> publishHero(String id, int expectedVersion, String who, Instant at) {
    PgWrite write = new PgWrite(expectedVersion, who, at);
    return shown(session -> write.publish(session, PgHero.class, id));
  }

  @Override
  public Uni<ProductCollection> archiveCollection(
      String id, int expectedVersion, String who, Instant at) {
    return archive(PgCollection.class, id, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Hero> archiveHero(String id, int expectedVersion, String who, Instant at) {
    return archive(PgHero.class, id, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Synonyms> saveSynonyms(
      Synonyms synonyms, int expectedVersion, String who, Instant at) {
    return save(
        PgSynonyms.class, new PgSynonyms(), synonyms, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Synonyms> archiveSynonyms(String id, int expectedVersion, String who, Instant at) {
    return archive(PgSynonyms.class, id, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Redirect> saveRedirect(
      Redirect redirect, int expectedVersion, String who, Instant at) {
    return save(
        PgRedirect.class, new PgRedirect(), redirect, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Redirect> archiveRedirect(String id, int expectedVersion, String who, Instant at) {
    return archive(PgRedirect.class, id, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<WrittenRule> saveRule(WrittenRule rule, int expectedVersion, String who, Instant at) {
    return save(PgRule.class, new PgRule(), rule, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<WrittenRule> archiveRule(String id, int expectedVersion, String who, Instant at) {
    return archive(PgRule.class, id, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<List<RuleRevision>> ruleHistory(String id, int n) {
    return sessions.inTransaction(
        session ->
            session
                .createSelectionQuery(HISTORY, PgAuditLine.class)
                .setParameter("id", id)
                .setMaxResults(n)
                .getResultList()
                .map(rows -> rows.stream().map(PgMerchandiseStore::revision).toList()));
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
  public Uni<WrittenBadge> saveBadge(
      WrittenBadge badge, int expectedVersion, String who, Instant at) {
    return save(PgBadge.class, new PgBadge(), badge, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<WrittenBadge> archiveBadge(String id, int expectedVersion, String who, Instant at) {
    return archive(PgBadge.class, id, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Routine> saveRoutine(Routine routine, int expectedVersion, String who, Instant at) {
    return save(PgRoutine.class, new PgRoutine(), routine, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Routine> archiveRoutine(String id, int expectedVersion, String who, Instant at) {
    return archive(PgRoutine.class, id, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<List<Former>> history(Class<?> kind, String id, int n) {
    return sessions.inTransaction(
        session ->
            session
                .createSelectionQuery(CONTENT_HISTORY, PgAuditLine.class)
                .setParameter("id", id)
                .setParameter("kind", KINDS.get(kind))
                .setMaxResults(n)
                .getResultList()
                .map(rows -> rows.stream().map(PgAuditLine::former).toList()));
  }

  @Override
  public <T> Uni<T> formerly(Class<T> kind, String id, int version) {
    return sessions.inTransaction(
        session ->
            session
                .createNativeQuery(FORMERLY, String.class)
                .setParameter("id", id)
                .setParameter("kind", KINDS.get(kind))
                .setParameter("version", version)
                .getResultList()
                .map(found -> one(kind, id, version, found)));
  }

  private static <T> T one(Class<T> kind, String id, int version, List<String> found) {
    if (found.isEmpty()) {
      throw new AttuneException(
          ErrorCode.UNKNOWN_ID, "toVersion", "%s has no version %d".formatted(id, version));
    }
    return PgAuditLine.readContent(found.get(0), kind);
  }

  @Override
  public Uni<Segment> saveSegment(Segment segment, int expectedVersion, String who, Instant at) {
    return save(PgSegment.class, new PgSegment(), segment, new PgWrite(expectedVersion, who, at));
  }

  @Override
  public Uni<Segment> archiveSegment(String id, int expectedVersion, String who, Instant at) {
    return archive(PgSegment.class, id, new PgWrite(expectedVersion, who, at));
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

  private <T, R extends PgWritten<T>> Uni<T> save(Class<R> type, R fresh, T value, PgWrite write) {
    return shown(session -> write.save(session, type, fresh, value));
  }

  private <T, R extends PgWritten<T>> Uni<T> archive(Class<R> type, String id, PgWrite write) {
    return shown(session -> write.archive(session, type, id).map(PgWritten::value));
  }

  /** A write that this process shows before its answer is there. */
  private <T> Uni<T> shown(Function<StatelessSession, Uni<T>> write) {
    return sessions.inTransaction(write).call(snapshots::refresh);
  }
}
