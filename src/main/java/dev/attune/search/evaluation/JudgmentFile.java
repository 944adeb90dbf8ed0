package dev.attune.search.evaluation;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads judgments from text of three columns under a header, by commas, semicolons or tabs: the
 * query, the product's id and the rating, in any order and by any of their usual names.
 */
public final class JudgmentFile {
  private static final Set<String> QUERY =
      Set.of("query", "q", "search_term", "term", "keyword", "keywords", "search");
  private static final Set<String> PRODUCT =
      Set.of(
          "product", "product_id", "id", "docid", "doc_id", "document", "sku", "item", "item_id");
  private static final Set<String> RATING =
      Set.of("rating", "grade", "judgment", "judgement", "relevance", "label", "score");
  private static final double HIGHEST = 100;

  private final char separator;
  private final int query;
  private final int product;
  private final int rating;

  private JudgmentFile(String header) {
    separator = header.indexOf('\t') >= 0 ? '\t' : header.indexOf(',') >= 0 ? ',' : ';';
    List<String> names = cells(header);
    query = column(names, QUERY, "query");
    product = column(names, PRODUCT, "product");
    rating = column(names, RATING, "rating");
  }

  /**
   * @throws AttuneException MISSING_FIELD naming the column that is missing, INVALID_ROW naming the
   *     line that makes no sense
   */
  public static Judgments read(Reader text) throws IOException {
    BufferedReader lines = new BufferedReader(text);
    @Nullable String header = lines.readLine();
    JudgmentFile file = new JudgmentFile(header == null ? "" : header);
    Map<String, Map<String, Double>> ratings = new LinkedHashMap<>();
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        file.read(line, number, ratings);
      }
    }
    if (ratings.isEmpty()) {
      throw new AttuneException(ErrorCode.MISSING_FIELD, "rating", "There are no judgments");
    }
    return new Judgments(ratings);
  }

  private void read(String line, int number, Map<String, Map<String, Double>> ratings) {
    List<String> cells = cells(line);
    if (cells.size() <= Math.max(query, Math.max(product, rating))) {
      throw wrong(number, "has too few columns");
    }
    double rated = rating(cells.get(rating), number);
    ratings
        .computeIfAbsent(cells.get(query), any -> new LinkedHashMap<>())
        .merge(cells.get(product), rated, Math::max);
  }

  private static double rating(String text, int number) {
    try {
      double rated = Double.parseDouble(text);
      if (rated >= 0 && rated <= HIGHEST) {
        return rated;
      }
      throw wrong(number, "has a rating that is not within 0 and 100: " + text);
    } catch (NumberFormatException notANumber) {
      throw wrong(number, "has a rating that is no number: " + text);
    }
  }

  private static AttuneException wrong(int number, String what) {
    return new AttuneException(
        ErrorCode.INVALID_ROW, null, "Line %d of the judgments %s".formatted(number, what));
  }

  private static int column(List<String> names, Set<String> known, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (known.contains(names.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    throw new AttuneException(
        ErrorCode.MISSING_FIELD, name, "The judgments' header names no column '" + name + "'");
  }

  /** Cells may be quoted; a quote within a quoted cell is doubled. */
  private List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (doubled) {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else if (c != '\ufeff') {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
