package dev.attune.search.text;

import dev.attune.search.column.RowSet;
import dev.attune.search.column.TopRows;
import dev.attune.search.text.document.IndexField;
import dev.attune.search.text.document.TextSettings;
import dev.attune.search.text.document.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows by the words of a query, one word after the other over all rows, which costs each
 * word's rows once, however many words there are. BM25 (Robertson and Zaragoza, 2009), of which the
 * part that only a product decides is in the index as the word's frequency.
 */
final class Scores {
  /** More than any score: what has all words is before what has a part of them. */
  private static final float ALL_WORDS = 1_000;

  private final IndexReader reader;
  private final WordRows rows;
  private final Postings postings;
  private final Sheets sheets;
  private final TextSettings settings;

  /** What a row of a set gets on top. */
  private record Bonus(RowSet rows, float worth) {}

  /**
   * @param size how many rows there are
   */
  Scores(IndexReader reader, int size, WordRows rows, Postings postings, TextSettings settings) {
    this.reader = reader;
    this.rows = rows;
    this.postings = postings;
    this.sheets = new Sheets(size);
    this.settings = settings;
  }

  /**
   * Offers every row of a set.
   *
   * @param passing only rows that match
   * @param kind words for what the product should be
   */
  void offer(List<Part> parts, Wanted wanted, List<String> kind, RowSet passing, TopRows top)
      throws IOException {
    Passing among = new Passing(passing);
    float[] sums = sheets.take();
    for (Part part : parts) {
      add(part, among, sums);
    }
    for (Bonus bonus : bonuses(parts, wanted, kind)) {
      bonus.rows().eachWith(passing, (row, place) -> sums[row] += bonus.worth());
    }
    passing.each(
        row -> {
          top.offer(row, sums[row]);
          sums[row] = 0;
        });
    sheets.giveBack(sums);
  }

  private List<Bonus> bonuses(List<Part> parts, Wanted wanted, List<String> kind)
      throws IOException {
    List<Bonus> bonuses = new ArrayList<>();
    bonuses.add(kind(kind));
    for (String name : wanted.named()) {
      bonuses.add(new Bonus(rows.having(IndexField.EXACT, name), settings.understood()));
    }
    if (wanted.relaxed()) {
      bonuses.add(new Bonus(rows.atLeast(parts.size(), parts), ALL_WORDS));
    }
    return bonuses;
  }

  private Bonus kind(List<String> words) throws IOException {
    RowSet any = rows.having(IndexField.KIND, words.get(0));
    int most = reader.docFreq(new Term(IndexField.KIND, words.get(0)));
    for (String word : words.subList(1, words.size())) {
      any = WordRows.either(any, rows.having(IndexField.KIND, word));
      most = Math.max(most, reader.docFreq(new Term(IndexField.KIND, word)));
    }
    return new Bonus(any, settings.kind() * rarity(IndexField.KIND, most));
  }

  /** The best of the ways to say it, those that nobody typed for less. */
  private void add(Part part, Passing among, float[] sums) throws IOException {
    if (part.ways().size() == 1 && part.typed().size() == 1) {
      add(part.typed().get(0), 1, among, among.rows(), sums);
      return;
    }
    float[] best = sheets.take();
    float[] own = sheets.take();
    for (List<String> way : part.ways()) {
      float worth = way == part.typed() ? 1 : settings.synonym() * part.typed().size() / way.size();
      RowSet having = way.size() == 1 ? among.rows() : WordRows.both(rows.of(way), among.rows());
      for (String word : way) {
        add(word, worth, among, having, own);
      }
      having.each(
          row -> {
            best[row] = Math.max(best[row], own[row]);
            own[row] = 0;
          });
    }
    among
        .rows()
        .each(
            row -> {
              sums[row] += best[row];
              best[row] = 0;
            });
    sheets.giveBack(best);
    sheets.giveBack(own);
  }

  private void add(String word, float worth, Passing among, RowSet having, float[] to)
      throws IOException {
    Term term = new Term(IndexField.ANYWHERE, word);
    float step = worth * rarity(term.field(), reader.docFreq(term)) / Weights.STEPS;
    @Nullable Weighed known = rows.weighed(term);
    if (known != null) {
      known.addTo(to, having, step);
    } else {
      postings.read(term, among, having, (row, weight) -> to[row] += step * weight);
    }
  }

  private float rarity(String field, int having) throws IOException {
    double without = reader.getDocCount(field) - having;
    return (float) Math.log(1 + (without + .5) / (having + .5));
  }
}
