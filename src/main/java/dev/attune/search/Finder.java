package dev.attune.search;

import dev.attune.search.QueryUnderstanding.Meaning;
import dev.attune.search.column.FieldTable;
import dev.attune.search.column.RowSet;
import dev.attune.search.column.TopRows;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Matched;
import dev.attune.search.text.TextIndex;
import dev.attune.search.text.Wanted;
import dev.attune.search.text.words.Synonymy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds products by words: by all of them, else spelled right, else by a part of them. */
final class Finder {
  /** Fewer products with all words are followed by such with a part of them. */
  private static final int ENOUGH = 10;

  /** So many of the words are tried one by one where nothing was found. */
  private static final int MOST_RESCUED = 8;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final FieldTable table;
  private final TextIndex text;
  private final QueryUnderstanding understanding;
  private final PricedIn pricedIn;

  /**
   * What matches.
   *
   * @param matched what has all words is before what has a part of them
   * @param wanted what was looked for; null for everything
   * @param meaning of the words that were answered
   * @param corrected those words, where they are not the ones typed
   * @param relaxed whether no product had all words
   */
  record Found(
      Matched matched,
      @Nullable Wanted wanted,
      Meaning meaning,
      @Nullable String corrected,
      boolean relaxed) {}

  Finder(FieldTable table, TextIndex text, QueryUnderstanding understanding, PricedIn pricedIn) {
    this.table = table;
    this.text = text;
    this.understanding = understanding;
    this.pricedIn = pricedIn;
  }

  /** Every product but those that are not wanted. */
  Found everything(Meaning meaning) {
    return new Found(Matched.alike(among(meaning)), null, meaning, null, false);
  }

  Found find(Meaning typed, Synonymy synonyms) {
    RowSet among = among(typed);
    Wanted all = wanted(typed, synonyms);
    RowSet exact = matches(all, among);
    if (!exact.isEmpty()) {
      return found(all, exact, typed, among);
    }
    Optional<String> corrected = text.corrected(typed.text());
    Meaning meant =
        corrected.map(words -> understanding.instead(typed, words, pricedIn)).orElse(typed);
    if (corrected.isPresent()) {
      Wanted right = wanted(meant, synonyms);
      RowSet rows = matches(right, among);
      if (!rows.isEmpty()) {
        Found found = found(right, rows, meant, among);
        return new Found(found.matched(), found.wanted(), meant, corrected.get(), false);
      }
    }
    Wanted some = wanted(meant, synonyms).relaxedTo(List.of());
    RowSet rows = matches(some, among);
    if (!rows.isEmpty()) {
      return new Found(Matched.alike(rows), some, meant, corrected.orElse(null), true);
    }
    return rescued(typed, among, synonyms)
        .orElseGet(() -> new Found(Matched.alike(rows), all, typed, null, false));
  }

  /** What has that one of the words that the fewest products have, at most half of them. */
  private Optional<Found> rescued(Meaning typed, RowSet among, Synonymy synonyms) {
    @Nullable Found fewest = null;
    int few = table.size() / 2;
    for (String word : SPACES.split(typed.text().strip(), MOST_RESCUED + 1)) {
      Wanted alone = new Wanted(word, true, names(typed, null), List.of(), synonyms);
      RowSet rows = word.indexOf(' ') < 0 ? matches(alone, among) : RowSet.none(table.size());
      boolean fewer = fewest == null ? rows.size() <= few : rows.size() < few;
      if (fewer && !rows.isEmpty()) {
        fewest = new Found(Matched.alike(rows), alone, typed, null, true);
        few = rows.size();
      }
    }
    return Optional.ofNullable(fewest);
  }

  /**
   * A brand in the query holds for what is appended, too.
   *
   * @param among what may be appended to few rows
   */
  private Found found(Wanted all, RowSet rows, Meaning meaning, RowSet among) {
    if (rows.size() >= ENOUGH) {
      return new Found(Matched.alike(rows), all, meaning, null, false);
    }
    Wanted more = all.relaxedTo(names(meaning, "brand"));
    return new Found(new Matched(matches(more, among), rows), more, meaning, null, false);
  }

  /** The best of those that pass. */
  TopRows ranked(Found found, RowSet passing, int most) {
    if (found.wanted() == null) {
      TopRows top = new TopRows(most, row -> row);
      passing.each(row -> top.offer(row, 0));
      top.sort();
      return top;
    }
    return text.best(found.wanted(), passing, most, table::placeById);
  }

  private RowSet matches(Wanted wanted, RowSet among) {
    RowSet rows = text.matches(wanted).copy();
    rows.keepOnly(among);
    return rows;
  }

  /** All that may be found: what has a price, and none of the names of what is not wanted. */
  private RowSet among(Meaning meaning) {
    if (meaning.excluded().isEmpty()) {
      return table.listed();
    }
    RowSet among = table.listed().copy();
    for (String word : meaning.excluded()) {
      among.removeAll(text.called(word, named(understanding.named(word))));
    }
    return among;
  }

  private static Wanted wanted(Meaning meaning, Synonymy synonyms) {
    return new Wanted(meaning.text(), false, names(meaning, null), List.of(), synonyms);
  }

  private static List<String> names(Meaning meaning, @Nullable String field) {
    return named(
        meaning.preferred().stream()
            .filter(filter -> field == null || filter.field().equals(field))
            .toList());
  }

  private static List<String> named(List<Filter> filters) {
    List<String> names = new ArrayList<>();
    for (Filter filter : filters) {
      filter.in().forEach(value -> names.add(TextIndex.named(filter.field(), value)));
    }
    return names;
  }
}
