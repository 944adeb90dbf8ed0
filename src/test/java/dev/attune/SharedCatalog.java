package dev.attune;

import dev.attune.catalog.CatalogSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A catalog read from a data set's Google Merchant feed, just well enough to measure on it. */
public final class SharedCatalog {
  private SharedCatalog() {}

  /** The products of {@code products.tsv.gz} in this data set. */
  public static CatalogSnapshot of(String dataSet) {
    List<String> lines = lines(SharedData.file(dataSet + "/products.tsv.gz"));
    List<String> columns = Arrays.asList(lines.get(0).split("\t"));
    SampleCatalog catalog = new SampleCatalog();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), i < cells.length ? unquoted(cells[i]) : "");
      }
      add(catalog, row);
    }
    return catalog.snapshot(dataSet);
  }

  /** All lines of a text file, unpacked where it is packed. */
  public static List<String> lines(Path file) {
    boolean packed = file.toString().endsWith(".gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                packed
                    ? new GZIPInputStream(Files.newInputStream(file))
                    : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void add(SampleCatalog catalog, Map<String, String> row) {
    SampleCatalog.Draft draft =
        catalog
            .product(row.get("id"), row.get("title"))
            .text(row.get("description"))
            .price(row.get("price").replace(" USD", ""))
            .brand(row.get("brand").isBlank() ? null : row.get("brand"));
    if (!row.get("product_type").isBlank()) {
      draft.in(row.get("product_type"));
    }
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (String detail : row.getOrDefault("product_detail", "").split(",(?=[^,:]*:[^,:]*:)")) {
      String[] parts = detail.split(":", 3);
      if (parts.length == 3 && !parts[1].isBlank() && !parts[2].isBlank()) {
        String name = parts[1].strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        said.computeIfAbsent(name, any -> new ArrayList<>()).add(parts[2].strip());
      }
    }
    said.forEach((name, values) -> draft.with(name, values.toArray(String[]::new)));
    draft.add();
  }

  private static String unquoted(String cell) {
    return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }
}
