package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One product as a row of cells. */
record TsvItem(GoogleHeader header, TsvRow row) implements GoogleCells {
  /** A comma that prose would not write: without a space after it, and not inside a number. */
  private static final Pattern BETWEEN_HIGHLIGHTS = Pattern.compile(",(?=\\S)(?!(?<=\\d,)\\d)");

  @Override
  public long line() {
    return row.line();
  }

  @Override
  public String cell(String name) {
    return header.cell(row.cells(), name);
  }

  @Override
  public List<String> all(String name) {
    return header.cells(row.cells(), name);
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    for (String text : all("product_detail")) {
      details.addAll(ProductDetails.parse(text));
    }
    return details;
  }

  @Override
  public List<String> highlights() {
    return all("product_highlight").stream().flatMap(BETWEEN_HIGHLIGHTS::splitAsStream).toList();
  }
}
