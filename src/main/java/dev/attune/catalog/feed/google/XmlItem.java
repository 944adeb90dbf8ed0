package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One product as an element; what Google's namespace says goes before what RSS or Atom says. */
final class XmlItem implements GoogleCells {
  private final long line;
  private final Map<String, List<String>> googles = new HashMap<>();
  private final Map<String, List<String>> plain = new HashMap<>();
  private final List<Detail> details = new ArrayList<>();

  XmlItem(long line) {
    this.line = line;
  }

  /** Adds a text of an element in Google's namespace, or in none that says more. */
  void add(boolean google, String name, String text) {
    String clean = ItemFields.clean(text);
    if (!clean.isEmpty()) {
      (google ? googles : plain)
          .computeIfAbsent(GoogleHeader.normal(name), any -> new ArrayList<>(1))
          .add(clean);
    }
  }

  void addDetail(String name, String value) {
    String label = PlainText.line(ItemFields.clean(name));
    String text = PlainText.line(ItemFields.clean(value));
    if (!label.isEmpty() && !text.isEmpty()) {
      details.add(new Detail(label, List.of(text)));
    }
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public String cell(String name) {
    List<String> texts = all(name);
    return texts.isEmpty() ? "" : texts.get(0);
  }

  @Override
  public List<String> all(String name) {
    List<String> texts = googles.getOrDefault(name, List.of());
    return texts.isEmpty() ? plain.getOrDefault(name, List.of()) : texts;
  }

  @Override
  public List<Detail> details() {
    List<Detail> all = new ArrayList<>(details);
    // some write the text of the tab-separated form
    all("product_detail").forEach(text -> all.addAll(ProductDetails.parse(text)));
    return all;
  }

  @Override
  public List<String> highlights() {
    return all("product_highlight");
  }
}
