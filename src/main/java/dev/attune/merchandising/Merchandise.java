package dev.attune.merchandising;

import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.RuleBook;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.segment.Segment;
import dev.attune.merchandising.segment.SegmentBook;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    RuleBook book) {
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
          RuleBook.EMPTY);

  public Merchandise {
    heroes = List.copyOf(heroes);
    offers = List.copyOf(offers);
    guides = List.copyOf(guides);
    collections = List.copyOf(collections);
    synonyms = List.copyOf(synonyms);
    redirects = List.copyOf(redirects);
    rules = List.copyOf(rules);
    segments = List.copyOf(segments);
  }

  /** This with rules and segments, those that are live in force. */
  public Merchandise with(List<WrittenRule> newRules, List<Segment> newSegments) {
    boolean same = newRules.equals(rules) && newSegments.equals(segments);
    return with(newRules, newSegments, same ? book : inForce(newRules, newSegments));
  }

  /** This with the compiled rules of an earlier one where they are the same. */
  public Merchandise after(Merchandise earlier) {
    boolean same = earlier.rules.equals(rules) && earlier.segments.equals(segments);
    return same ? with(rules, segments, earlier.book) : this;
  }

  /**
   * This as it would be if these drafts were in force.
   *
   * @throws AttuneException UNKNOWN_ID for a rule without a draft
   */
  public Merchandise trying(List<String> drafts) {
    Merchandise tried = this;
    for (String id : drafts) {
      tried =
          tried.trying(
              rule(id)
                  .map(WrittenRule::draft)
                  .orElseThrow(
                      () ->
                          new AttuneException(
                              ErrorCode.UNKNOWN_ID, "drafts", "There is no draft of " + id)));
    }
    return tried;
  }

  /** This as it would be if a rule were in force. */
  public Merchandise trying(Rule draft) {
    List<WrittenRule> others =
        rules.stream().filter(rule -> !rule.id().equals(draft.id())).collect(Collectors.toList());
    others.add(new WrittenRule(draft.id(), draft, null, 0));
    return with(others, segments);
  }

  private Merchandise with(
      List<WrittenRule> newRules, List<Segment> newSegments, RuleBook compiled) {
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
        compiled);
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

  /** Where this query leads instead of to a list. */
  public Optional<Redirect> redirect(String query) {
    return redirects.stream().filter(redirect -> redirect.answers(query)).findFirst();
  }

  public Optional<ProductCollection> collection(String id) {
    return collections.stream().filter(collection -> collection.id().equals(id)).findFirst();
  }
}
