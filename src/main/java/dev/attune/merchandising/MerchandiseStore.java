package dev.attune.merchandising;

import dev.attune.merchandising.content.Former;
import dev.attune.merchandising.content.Routine;
import dev.attune.merchandising.content.WrittenBadge;
import dev.attune.merchandising.rule.RuleRevision;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.segment.Segment;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * Where merchants write. A write creates what is expected at version 0, replaces (or brings back
 * from the archive) what is expected at its present version, and fails with STALE_VERSION naming
 * both versions otherwise. It is recorded in the audit in the same transaction, and this process
 * shows it once the answer is there. The version inside what is handed in is not looked at; what
 * comes back has the new one.
 */
public interface MerchandiseStore {
  /** Shows a hero; a draft of it is dropped. */
  Uni<Hero> saveHero(Hero hero, int expectedVersion, String who, Instant at);

  /**
   * Keeps a hero as a draft; what shoppers see stays. One that is brought back from the archive so
   * is a draft alone.
   */
  Uni<Hero> draftHero(Hero hero, int expectedVersion, String who, Instant at);

  /**
   * Shows a hero as it was drafted. Fails with UNKNOWN_ID where there is no draft of it and with
   * STALE_VERSION as a write does.
   */
  Uni<Hero> publishHero(String id, int expectedVersion, String who, Instant at);

  /** Shows an offer; a draft of it is dropped. */
  Uni<Offer> saveOffer(Offer offer, int expectedVersion, String who, Instant at);

  /** Keeps an offer as a draft, as {@link #draftHero} a hero. */
  Uni<Offer> draftOffer(Offer offer, int expectedVersion, String who, Instant at);

  /** Shows an offer as it was drafted, as {@link #publishHero} a hero. */
  Uni<Offer> publishOffer(String id, int expectedVersion, String who, Instant at);

  /** Takes an offer out of the shop, as {@link #archiveHero} a hero. */
  Uni<Offer> archiveOffer(String id, int expectedVersion, String who, Instant at);

  Uni<Guide> saveGuide(Guide guide, int expectedVersion, String who, Instant at);

  /** Shows a collection. Fails with DUPLICATE_ID where another one has its handle. */
  Uni<ProductCollection> saveCollection(
      ProductCollection collection, int expectedVersion, String who, Instant at);

  /** Takes a collection out of the shop, as {@link #archiveHero} a hero. */
  Uni<ProductCollection> archiveCollection(String id, int expectedVersion, String who, Instant at);

  /**
   * Takes a hero out of the shop and keeps its row. Fails with UNKNOWN_ID where there is none and
   * with STALE_VERSION as a write does.
   *
   * @return the hero as it was last, at its new version
   */
  Uni<Hero> archiveHero(String id, int expectedVersion, String who, Instant at);

  Uni<Synonyms> saveSynonyms(Synonyms synonyms, int expectedVersion, String who, Instant at);

  /** Forgets synonyms, as {@link #archiveHero} a hero. */
  Uni<Synonyms> archiveSynonyms(String id, int expectedVersion, String who, Instant at);

  Uni<Redirect> saveRedirect(Redirect redirect, int expectedVersion, String who, Instant at);

  /** Forgets a redirect, as {@link #archiveHero} a hero. */
  Uni<Redirect> archiveRedirect(String id, int expectedVersion, String who, Instant at);

  Uni<WrittenRule> saveRule(WrittenRule rule, int expectedVersion, String who, Instant at);

  /** Takes a rule out of force, as {@link #archiveHero} a hero. */
  Uni<WrittenRule> archiveRule(String id, int expectedVersion, String who, Instant at);

  /**
   * What became of a rule, the last write first.
   *
   * @param n how many writes at most, from 1
   */
  Uni<List<RuleRevision>> ruleHistory(String id, int n);

  Uni<WrittenBadge> saveBadge(WrittenBadge badge, int expectedVersion, String who, Instant at);

  /** Takes a badge off all products, as {@link #archiveHero} a hero. */
  Uni<WrittenBadge> archiveBadge(String id, int expectedVersion, String who, Instant at);

  Uni<Routine> saveRoutine(Routine routine, int expectedVersion, String who, Instant at);

  /** Forgets a routine, as {@link #archiveHero} a hero. */
  Uni<Routine> archiveRoutine(String id, int expectedVersion, String who, Instant at);

  /**
   * What became of content, the last write first; of nothing, where there never was any.
   *
   * @param kind Hero, Offer, ProductCollection, WrittenBadge, Synonyms, Redirect, Routine or
   *     Segment
   * @param n how many writes at most, from 1
   */
  Uni<List<Former>> history(Class<?> kind, String id, int n);

  /**
   * Content as it was at an earlier version. Fails with UNKNOWN_ID where it had no such version.
   *
   * @param kind as {@link #history} has it
   */
  <T> Uni<T> formerly(Class<T> kind, String id, int version);

  Uni<Segment> saveSegment(Segment segment, int expectedVersion, String who, Instant at);

  /** Forgets a segment, as {@link #archiveHero} a hero. */
  Uni<Segment> archiveSegment(String id, int expectedVersion, String who, Instant at);

  /**
   * The last writes, newest first.
   *
   * @param n how many at most, from 1
   */
  Uni<List<AuditLine>> audit(int n);
}
