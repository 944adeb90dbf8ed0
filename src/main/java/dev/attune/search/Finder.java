package dev.attune.search;

import dev.attune.search.QueryUnderstanding.Meaning;
import dev.attune.search.listing.FieldTable;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Hit;
import dev.attune.search.text.TextIndex;
import dev.attune.search.text.Wanted;
import dev.attune.search.text.words.Synonymy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds products by words: by all of them, else spelled right, else by a part of them. */
final class Finder {
  /** Fewer products with all words are followed by such with a part of them. */
  private static final int ENOUGH = 10;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::product);

  private final FieldTable table;
  private final TextIndex text;
  private final QueryUnderstanding understanding;

  /**
   * What was found.
   *
   * @param meaning of the words that were answered
   * @param corrected those words, where they are not the ones typed
   * @param relaxed whether no product had all words
   */
  record Found(List<Hit> hits, Meaning meaning, @Nullable String corrected, boolean relaxed) {}

  Finder(FieldTable table, TextIndex text, QueryUnderstanding understanding) {
    this.table = table;
    this.text = text;
    this.understanding = understanding;
  }

  /** Every product. */
  Found everything(Meaning meaning) {
    List<Hit> all = new ArrayList<>(table.size());
    for (int row = 0; row < table.size(); row++) {
      all.add(new Hit(table.product(row).id(), 0));
    }
    return new Found(all, meaning, null, false);
  }

  /**
   * @param widened whether few hits are followed by such with a part of the words
   */
  Found find(Meaning meaning, boolean widened, Synonymy synonyms) {
    List<Hit> exact = hits(meaning, false, List.of(), synonyms);
    if (!exact.isEmpty()) {
      return new Found(widened ? widen(exact, meaning, synonyms) : exact, meaning, null, false);
    }
    Optional<String> corrected = text.corrected(meaning.text());
    Meaning meant = corrected.map(understanding::of).orElse(meaning);
    if (corrected.isPresent()) {
      List<Hit> right = hits(meant, false, List.of(), synonyms);
      if (!right.isEmpty()) {
        List<Hit> all = widened ? widen(right, meant, synonyms) : right;
        return new Found(all, meant, corrected.get(), false);
      }
    }
    List<Hit> some = hits(meant, true, List.of(), synonyms);
    return some.isEmpty()
        ? new Found(some, meaning, null, false)
        : new Found(some, meant, corrected.orElse(null), true);
  }

  /** A brand in the query holds for what is appended, too. */
  private List<Hit> widen(List<Hit> exact, Meaning meaning, Synonymy synonyms) {
    if (exact.size() >= ENOUGH) {
      return exact;
    }
    List<Hit> all = new ArrayList<>(exact);
    Set<Object> known = new HashSet<>();
    exact.forEach(hit -> known.add(hit.product()));
    double below = exact.get(exact.size() - 1).score();
    for (Hit hit : hits(meaning, true, names(meaning, "brand"), synonyms)) {
      if (known.add(hit.product())) {
        all.add(new Hit(hit.product(), Math.min(hit.score(), below)));
      }
    }
    return all;
  }

  private List<Hit> hits(
      Meaning meaning, boolean relaxed, List<String> required, Synonymy synonyms) {
    List<Hit> hits = new ArrayList<>();
    Wanted wanted = new Wanted(meaning.text(), relaxed, names(meaning, null), required, synonyms);
    text.search(wanted, (row, score) -> hits.add(new Hit(table.product(row).id(), score)));
    hits.sort(BEST_FIRST);
    return hits;
  }

  private static List<String> names(Meaning meaning, @Nullable String field) {
    List<String> names = new ArrayList<>();
    for (Filter filter : meaning.preferred()) {
      if (field == null || filter.field().equals(field)) {
        filter.in().forEach(value -> names.add(TextIndex.named(filter.field(), value)));
      }
    }
    return names;
  }
}
