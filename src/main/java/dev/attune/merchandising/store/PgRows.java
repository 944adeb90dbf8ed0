package dev.attune.merchandising.store;

import dev.attune.merchandising.Kind;
import dev.attune.merchandising.store.PgSearchWords.PgRedirect;
import dev.attune.merchandising.store.PgSearchWords.PgSynonyms;
import dev.attune.merchandising.store.PgStories.PgCollection;
import dev.attune.merchandising.store.PgStories.PgGuide;
import dev.attune.merchandising.store.PgTwofold.PgBadge;
import dev.attune.merchandising.store.PgTwofold.PgRule;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * The rows of one kind.
 *
 * @param <T> what one of it is outside of the store
 */
class PgRows<T, R extends PgWritten<T>> {
  private static final Map<Kind<?>, PgRows<?, ?>> ROWS =
      Map.of(
          Kind.HERO, new PgDrafts<>(PgHero.class, PgHero::new),
          Kind.OFFER, new PgDrafts<>(PgOffer.class, PgOffer::new),
          Kind.GUIDE, new PgRows<>(PgGuide.class, PgGuide::new),
          Kind.COLLECTION, new PgDrafts<>(PgCollection.class, PgCollection::new),
          Kind.SYNONYMS, new PgDrafts<>(PgSynonyms.class, PgSynonyms::new),
          Kind.REDIRECT, new PgDrafts<>(PgRedirect.class, PgRedirect::new),
          Kind.RULE, new PgRows<>(PgRule.class, PgRule::new),
          Kind.BADGE, new PgRows<>(PgBadge.class, PgBadge::new),
          Kind.ROUTINE, new PgDrafts<>(PgRoutine.class, PgRoutine::new),
          Kind.SEGMENT, new PgDrafts<>(PgSegment.class, PgSegment::new));

  final Class<R> type;
  final Supplier<R> fresh;

  private PgRows(Class<R> type, Supplier<R> fresh) {
    this.type = type;
    this.fresh = fresh;
  }

  @SuppressWarnings("unchecked") // the map has the rows of each kind under it
  static <T> PgRows<T, ?> of(Kind<T> kind) {
    return (PgRows<T, ?>) Objects.requireNonNull(ROWS.get(kind), kind.named());
  }

  @SuppressWarnings("unchecked") // likewise
  static <T extends Kind.Draftable> PgDrafts<T, ?> of(Kind.Drafted<T> kind) {
    return (PgDrafts<T, ?>) Objects.requireNonNull(ROWS.get(kind), kind.named());
  }

  /** Every kind that there is. */
  static Set<Kind<?>> kinds() {
    return ROWS.keySet();
  }

  /** Those that are not archived. */
  Uni<List<R>> present(StatelessSession session) {
    String query = "from " + type.getSimpleName() + " where archivedAt is null order by id";
    return session.createSelectionQuery(query, type).getResultList();
  }

  Uni<T> save(StatelessSession session, T written, PgWrite write) {
    return write.save(session, type, fresh.get(), written);
  }

  Uni<T> archive(StatelessSession session, String id, PgWrite write) {
    return write.archive(session, type, id).map(PgWritten::value);
  }

  /** The rows of a kind that can be prepared. */
  static final class PgDrafts<T, R extends PgWritten.Drafted<T>> extends PgRows<T, R> {
    private PgDrafts(Class<R> type, Supplier<R> fresh) {
      super(type, fresh);
    }

    Uni<T> draft(StatelessSession session, T written, PgWrite write) {
      return write.draft(session, type, fresh.get(), written);
    }

    Uni<T> publish(StatelessSession session, String id, PgWrite write) {
      return write.publish(session, type, id);
    }
  }
}
