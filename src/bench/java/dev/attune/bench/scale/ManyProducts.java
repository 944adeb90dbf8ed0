package dev.attune.bench.scale;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * As many products as wanted, made from those of the real feeds: every copy of a product has an id,
 * title, link and price of its own, and its numbers of three and more digits differ a little, so
 * that values repeat about as much as in a real assortment.
 */
public final class ManyProducts {
  static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "description",
          "link",
          "image_link",
          "availability",
          "price",
          "brand",
          "gtin",
          "product_type",
          "product_detail",
          "cost_of_goods_sold",
          "quantity");

  private static final List<String> DATA_SETS = List.of("retail-demo-store", "icecat");

  private final List<Map<String, String>> originals = new ArrayList<>();

  public ManyProducts(Path data) throws IOException {
    for (String set : DATA_SETS) {
      read(data.resolve(set).resolve("products.tsv.gz"));
    }
  }

  /** The cells of product {@code i}, without quotes around them. */
  public Map<String, String> row(int i) {
    Map<String, String> original = originals.get(i % originals.size());
    int copy = i / originals.size();
    if (copy == 0) {
      return original;
    }
    SplittableRandom random = new SplittableRandom(i);
    Map<String, String> row = new HashMap<>(original);
    row.put("id", original.get("id") + "-" + copy);
    row.put("title", original.get("title") + " " + (char) ('A' + copy % 26) + copy);
    row.put("link", original.get("link") + "-" + copy);
    row.computeIfPresent("image_link", (any, image) -> image.replace(".jpg", "-" + copy + ".jpg"));
    row.computeIfPresent("price", (any, price) -> varied(price, random.nextDouble(.7, 1.3)));
    row.computeIfPresent("product_detail", (any, details) -> varied(details, copy % 8));
    row.remove("gtin");
    return row;
  }

  /** Writes the first {@code n} as a packed Google feed, some of them with another price. */
  public void write(Path file, int n, double changed) throws IOException {
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8),
            1 << 16)) {
      out.write(String.join("\t", COLUMNS));
      out.write('\n');
      for (int i = 0; i < n; i++) {
        Map<String, String> row = row(i);
        if (new SplittableRandom(~i).nextDouble() < changed) {
          row = new HashMap<>(row);
          row.computeIfPresent("price", (any, price) -> varied(price, 1.5));
        }
        for (int c = 0; c < COLUMNS.size(); c++) {
          out.write(c == 0 ? "" : "\t");
          out.write(quoted(row.getOrDefault(COLUMNS.get(c), "")));
        }
        out.write('\n');
      }
    }
  }

  private void read(Path file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> columns = Arrays.asList(in.readLine().split("\t"));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
          if (!cells[i].isEmpty()) {
            row.put(columns.get(i), unquoted(cells[i]));
          }
        }
        row.computeIfAbsent("product_type", any -> type(row));
        originals.add(row);
      }
    }
  }

  /** A category for a product of a feed without any: what it says its type is. */
  private static String type(Map<String, String> row) {
    for (String detail : row.getOrDefault("product_detail", "").split(",General:")) {
      int colon = detail.lastIndexOf(':');
      if (colon > 0 && detail.substring(0, colon).endsWith("type")) {
        return "Electronics > " + detail.substring(colon + 1).split("[>;]")[0].strip();
      }
    }
    return "Electronics";
  }

  private static String varied(String price, double factor) {
    String[] parts = price.split(" ");
    return String.format(Locale.ROOT, "%.2f %s", Double.parseDouble(parts[0]) * factor, parts[1]);
  }

  /** Adds to every number of three and more digits before a point. */
  private static String varied(String details, int more) {
    StringBuilder varied = new StringBuilder(details.length() + 8);
    int at = 0;
    while (at < details.length()) {
      int end = at;
      while (end < details.length() && Character.isDigit(details.charAt(end))) {
        end++;
      }
      if (end - at >= 3 && end - at < 8 && at > 0 && details.charAt(at - 1) == ':') {
        varied.append(Integer.parseInt(details.substring(at, end)) + more);
      } else {
        varied.append(details, at, end == at ? ++end : end);
      }
      at = end;
    }
    return varied.toString();
  }

  private static String unquoted(String cell) {
    return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }

  private static String quoted(String cell) {
    return cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
