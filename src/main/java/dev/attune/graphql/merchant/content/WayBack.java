package dev.attune.graphql.merchant.content;

import dev.attune.merchandising.Hero;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Redirect;
import dev.attune.merchandising.Synonyms;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.content.Aim;
import dev.attune.merchandising.content.Routine;
import dev.attune.merchandising.content.WrittenBadge;
import dev.attune.merchandising.segment.Segment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes content again as it was, where it still makes sense. */
@ApplicationScoped
class WayBack {
  private final MerchandiseStore store;
  private final Merchandising merchandising;

  WayBack(MerchandiseStore store, Merchandising merchandising) {
    this.store = store;
    this.merchandising = merchandising;
  }

  /** Who writes what, upon which version, when. */
  record Write(String id, int expected, String who, Instant at) {}

  Uni<Void> to(int version, ContentKind kind, Write write) {
    Uni<?> written =
        switch (kind) {
          case HERO -> formerly(Hero.class, version, write).chain(hero -> hero(hero, write));
          case OFFER -> formerly(Offer.class, version, write).chain(offer -> offer(offer, write));
          case COLLECTION ->
              formerly(ProductCollection.class, version, write)
                  .chain(
                      one -> store.saveCollection(one, write.expected(), write.who(), write.at()));
          case BADGE ->
              formerly(WrittenBadge.class, version, write).chain(badge -> badge(badge, write));
          case SYNONYMS ->
              formerly(Synonyms.class, version, write)
                  .chain(one -> store.saveSynonyms(one, write.expected(), write.who(), write.at()));
          case REDIRECT ->
              formerly(Redirect.class, version, write).chain(one -> redirect(one, write));
          case ROUTINE -> formerly(Routine.class, version, write).chain(one -> routine(one, write));
          case SEGMENT -> formerly(Segment.class, version, write).chain(one -> segment(one, write));
        };
    return written.replaceWithVoid();
  }

  private <T> Uni<T> formerly(Class<T> kind, int version, Write write) {
    return store.formerly(kind, write.id(), version);
  }

  private Uni<Hero> hero(Hero former, Write write) {
    requireKnown("hero", former.aim());
    return store.saveHero(former, write.expected(), write.who(), write.at());
  }

  private Uni<Offer> offer(Offer former, Write write) {
    requireKnown("offer", former.aim());
    return store.saveOffer(former, write.expected(), write.who(), write.at());
  }

  private Uni<WrittenBadge> badge(WrittenBadge former, Write write) {
    BadgeReading.checked(former.latest(), merchandising.current());
    return store.saveBadge(former.published(), write.expected(), write.who(), write.at());
  }

  private Uni<Redirect> redirect(Redirect former, Write write) {
    requireKnown("redirect", former.aim());
    return store.saveRedirect(former, write.expected(), write.who(), write.at());
  }

  private Uni<Routine> routine(Routine former, Write write) {
    requireKnown("routine", former.aim());
    return store.saveRoutine(former, write.expected(), write.who(), write.at());
  }

  private Uni<Segment> segment(Segment former, Write write) {
    Conditions.ofShopper("segment.condition", former.condition());
    return store.saveSegment(former, write.expected(), write.who(), write.at());
  }

  private void requireKnown(String field, Aim aim) {
    AimReading.requireKnown(field + ".scope", aim, merchandising.current());
  }
}
