package dev.attune.merchandising;

import dev.attune.merchandising.content.BadgeBook;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.content.Routine;
import dev.attune.merchandising.content.WrittenBadge;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.RuleBook;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.segment.Segment;
import dev.attune.merchandising.segment.SegmentBook;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that merchants wrote, at one version: immutable, in memory, swapped as a whole. */
public record Merchandise(
    String version,
    List<Hero> heroes,
    List<Offer> offers,
    List<Guide> guides,
    List<ProductCollection> collections,
    List<Synonyms> synonyms,
    List<Redirect> redirects,
    List<WrittenRule> rules,
    List<Segment> segments,
    RuleBook book,
    BadgeBook badges,
    List<Routine> routines,
    Prepared prepared) {
  /** Merchants wrote nothing yet. */
  public static final Merchandise EMPTY =
      new Merchandise(
          "0",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          RuleBook.EMPTY,
          BadgeBook.EMPTY,
          List.of(),
          Prepared.NOTHING);

  public Merchandise {
    heroes = List.copyOf(heroes);
    offers = List.copyOf(offers);
    guides = List.copyOf(guides);
    collections = List.copyOf(collections);
    synonyms = List.copyOf(synonyms);
    redirects = List.copyOf(redirects);
    rules = List.copyOf(rules);
    segments = List.copyOf(segments);
    routines = List.copyOf(routines);
  }

  /** This with rules and segments, those that are live in force. */
  public Merchandise with(List<WrittenRule> newRules, List<Segment> newSegments) {
    boolean same = newRules.equals(rules) && newSegments.equals(segments);
    return with(newRules, newSegments, same ? book : inForce(newRules, newSegments), badges);
  }

  /** This with the compiled rules of an earlier one where they are the same. */
  public Merchandise after(Merchandise earlier) {
    boolean same = earlier.rules.equals(rules) && earlier.segments.equals(segments);
    BadgeBook marks = badges.same(earlier.badges) ? earlier.badges : badges;
    return with(rules, segments, same ? earlier.book : book, marks);
  }

  /**
   * The drafts of these rules.
   *
   * @throws AttuneException UNKNOWN_ID for a rule without a draft
   */
  public List<Rule> drafts(List<String> ids) {
    return ids.stream()
        .map(
            id ->
                rule(id)
                    .map(WrittenRule::draft)
                    .orElseThrow(
                        () ->
                            new AttuneException(
                                ErrorCode.UNKNOWN_ID, "drafts", "There is no draft of " + id)))
        .toList();
  }

  /** The drafts of all rules that have one. */
  public List<Rule> drafts() {
    return rules.stream().flatMap(rule -> Stream.ofNullable(rule.draft())).toList();
  }

  /** This as it would be if these rules were in force, in place of what has their ids. */
  public Merchandise trying(List<Rule> drafts) {
    List<WrittenRule> live =
        drafts.stream().map(draft -> new WrittenRule(draft.id(), draft, null, 0)).toList();
    return with(replaced(rules, live, WrittenRule::id), segments);
  }

  /** This as it would be if these drafts were shown, in place of what has their ids. */
  public Merchandise showing(Prepared drafts) {
    List<ProductCollection> collected = replaced(Kind.COLLECTION, drafts);
    List<Segment> segmented = replaced(Kind.SEGMENT, drafts);
    return new Merchandise(
        version,
        replaced(Kind.HERO, drafts),
        replaced(Kind.OFFER, drafts),
        guides,
        collected,
        replaced(Kind.SYNONYMS, drafts),
        replaced(Kind.REDIRECT, drafts),
        rules,
        segmented,
        segmented.equals(segments) ? book : inForce(rules, segmented),
        collected.equals(collections) ? badges : BadgeBook.of(badges.written(), collected),
        replaced(Kind.ROUTINE, drafts),
        prepared);
  }

  private <T extends Kind.Draftable> List<T> replaced(Kind.Drafted<T> kind, Prepared drafts) {
    return replaced(kind.live(this), drafts.of(kind), Kind.Draftable::id);
  }

  /** This as it would be if these badges were on products, in place of what has their ids. */
  public Merchandise marking(List<OwnBadge> drafted) {
    if (drafted.isEmpty()) {
      return this;
    }
    List<WrittenBadge> live =
        drafted.stream().map(draft -> new WrittenBadge(draft.id(), draft, null, 0)).toList();
    List<WrittenBadge> all = replaced(badges.written(), live, WrittenBadge::id);
    return with(rules, segments, book, BadgeBook.of(all, collections));
  }

  private static <T> List<T> replaced(List<T> present, List<T> next, Function<T, String> id) {
    Map<String, T> all = new LinkedHashMap<>();
    present.forEach(one -> all.put(id.apply(one), one));
    next.forEach(one -> all.put(id.apply(one), one));
    return List.copyOf(all.values());
  }

  private Merchandise with(
      List<WrittenRule> newRules, List<Segment> newSegments, RuleBook compiled, BadgeBook kept) {
    return new Merchandise(
        version,
        heroes,
        offers,
        guides,
        collections,
        synonyms,
        redirects,
        newRules,
        newSegments,
        compiled,
        kept,
        routines,
        prepared);
  }

  /** The rules that are live, compiled. */
  public static RuleBook inForce(List<WrittenRule> rules, List<Segment> segments) {
    return RuleBook.of(
        rules.stream().flatMap(rule -> Stream.ofNullable(rule.live())).toList(),
        SegmentBook.of(segments));
  }

  public Optional<WrittenRule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  public Optional<Segment> segment(String id) {
    return segments.stream().filter(segment -> segment.id().equals(id)).findFirst();
  }

  public Optional<Hero> hero(String id) {
    return heroes.stream().filter(hero -> hero.id().equals(id)).findFirst();
  }

  public Optional<Offer> offer(String id) {
    return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
  }

  public Optional<Guide> guide(String id) {
    return guides.stream().filter(guide -> guide.id().equals(id)).findFirst();
  }

  /** The synonyms that hold on a page. */
  public List<Synonyms> synonyms(@Nullable String country, Locale locale, Instant now) {
    return synonyms.stream().filter(one -> one.hold(country, locale, now)).toList();
  }

  public Optional<Routine> routine(String id) {
    return routines.stream().filter(routine -> routine.id().equals(id)).findFirst();
  }

  /** What is for the shoppers of a segment and of no others, in words; empty for nothing. */
  public Optional<String> isFor(String segment) {
    return Stream.of(
            rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.live()))
                .filter(rule -> rule.scope().segments().contains(segment))
                .map(rule -> "Rule " + rule.id()),
            heroes.stream()
                .filter(hero -> hero.aim().segments().contains(segment))
                .map(hero -> "Hero " + hero.id()),
            offers.stream()
                .filter(offer -> offer.aim().segments().contains(segment))
                .map(offer -> "Offer " + offer.id()),
            badges.written().stream()
                .flatMap(badge -> Stream.ofNullable(badge.live()))
                .filter(badge -> badge.aim().segments().contains(segment))
                .map(badge -> "Badge " + badge.id()),
            routines.stream()
                .filter(routine -> routine.aim().segments().contains(segment))
                .map(routine -> "Routine " + routine.id()),
            redirects.stream()
                .filter(redirect -> redirect.aim().segments().contains(segment))
                .map(redirect -> "Redirect " + redirect.id()))
        .flatMap(users -> users)
        .findFirst();
  }

  /** What needs a collection, in words; empty for nothing. */
  public Optional<String> draws(String collection) {
    return Stream.concat(
            rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.live()))
                .filter(
                    rule ->
                        rule.action() instanceof Action.Fill fill
                            && fill.collection().equals(collection))
                .map(rule -> "Rule " + rule.id()),
            badges.written().stream()
                .flatMap(badge -> Stream.ofNullable(badge.live()))
                .filter(badge -> collection.equals(badge.collection()))
                .map(badge -> "Badge " + badge.id()))
        .findFirst();
  }

  public Optional<ProductCollection> collection(String id) {
    return collections.stream().filter(collection -> collection.id().equals(id)).findFirst();
  }

  /** The collection whose page has this handle in its path. */
  public Optional<ProductCollection> collectionAt(String handle) {
    return collections.stream()
        .filter(collection -> collection.handle().equals(handle))
        .findFirst();
  }
}
