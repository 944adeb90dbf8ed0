package dev.attune.merchandising.store;

import dev.attune.merchandising.Guide;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.Prepared;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Redirect;
import dev.attune.merchandising.Synonyms;
import dev.attune.merchandising.content.BadgeBook;
import dev.attune.merchandising.content.Routine;
import dev.attune.merchandising.content.WrittenBadge;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.segment.Segment;
import dev.attune.merchandising.store.PgSearchWords.PgRedirect;
import dev.attune.merchandising.store.PgSearchWords.PgSynonyms;
import dev.attune.merchandising.store.PgStories.PgCollection;
import dev.attune.merchandising.store.PgStories.PgGuide;
import dev.attune.merchandising.store.PgTwofold.PgBadge;
import dev.attune.merchandising.store.PgTwofold.PgRule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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

  /** One query after the other, as a session wants it. */
  private static Uni<Merchandise> read(StatelessSession session, long version) {
    Lists lists = new Lists();
    return rows(session, PgHero.class)
        .invoke(heroes -> lists.heroes = heroes)
        .chain(() -> rows(session, PgOffer.class))
        .invoke(offers -> lists.offers = offers)
        .chain(() -> live(session, PgGuide.class))
        .invoke(guides -> lists.guides = guides)
        .chain(() -> live(session, PgCollection.class))
        .invoke(collections -> lists.collections = collections)
        .chain(() -> live(session, PgSynonyms.class))
        .invoke(synonyms -> lists.synonyms = synonyms)
        .chain(() -> live(session, PgRedirect.class))
        .invoke(redirects -> lists.redirects = redirects)
        .chain(() -> live(session, PgBadge.class))
        .invoke(badges -> lists.badges = badges)
        .chain(() -> live(session, PgRoutine.class))
        .invoke(routines -> lists.routines = routines)
        .chain(() -> live(session, PgSegment.class))
        .invoke(segments -> lists.segments = segments)
        .chain(() -> live(session, PgRule.class))
        .map(rules -> lists.with(rules, version));
  }

  private static <T, R extends PgWritten<T>> Uni<List<T>> live(
      StatelessSession session, Class<R> type) {
    return rows(session, type).map(rows -> legible(rows, PgWritten::value));
  }

  /**
   * What rows say. A row that cannot be read, such as one of another release, is left out, so that
   * it keeps nothing else from being seen.
   */
  private static <T, R extends PgWritten<?>> List<T> legible(
      List<R> rows, Function<R, @Nullable T> reading) {
    List<T> read = new ArrayList<>();
    for (R row : rows) {
      try {
        @Nullable T one = reading.apply(row);
        if (one != null) {
          read.add(one);
        }
      } catch (UncheckedIOException | IllegalArgumentException illegible) {
        LOG.errorf("The %s %s is left out: %s", row.kind(), row.id, illegible.getMessage());
      }
    }
    return List.copyOf(read);
  }

  private static <R extends PgWritten<?>> Uni<List<R>> rows(
      StatelessSession session, Class<R> type) {
    String query = "from " + type.getSimpleName() + " where archivedAt is null order by id";
    return session.createSelectionQuery(query, type).getResultList();
  }

  /** What shoppers see of it. */
  private static <T> List<T> shown(List<? extends PgWritten.Drafted<T>> rows) {
    return legible(rows, PgWritten.Drafted::seen);
  }

  private static <T> List<T> drafts(List<? extends PgWritten.Drafted<T>> rows) {
    return legible(rows, PgWritten.Drafted::drafted);
  }

  /** What has been read so far. */
  private static final class Lists {
    private List<PgHero> heroes = List.of();
    private List<PgOffer> offers = List.of();
    private List<Guide> guides = List.of();
    private List<ProductCollection> collections = List.of();
    private List<Synonyms> synonyms = List.of();
    private List<Redirect> redirects = List.of();
    private List<WrittenBadge> badges = List.of();
    private List<Routine> routines = List.of();
    private List<Segment> segments = List.of();

    Merchandise with(List<WrittenRule> rules, long version) {
      return new Merchandise(
          Long.toString(version),
          shown(heroes),
          shown(offers),
          guides,
          collections,
          synonyms,
          redirects,
          rules,
          segments,
          Merchandise.inForce(rules, segments),
          BadgeBook.of(badges, collections),
          routines,
          new Prepared(drafts(heroes), drafts(offers)));
    }
  }
}
