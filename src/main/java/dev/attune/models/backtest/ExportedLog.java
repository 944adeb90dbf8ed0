package dev.attune.models.backtest;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.models.TrainingEvent;
import dev.attune.models.lines.LogLine;
import dev.attune.models.lines.ProductLine;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The log of a shop in a directory, as the command {@code export-log} writes it. */
public final class ExportedLog implements OwnLog {
  private static final String PRODUCTS = "products.tsv";
  private static final String EVENTS = "events-*.tsv*";

  private final CatalogSnapshot catalog;
  private final List<Path> events;

  private ExportedLog(CatalogSnapshot catalog, List<Path> events) {
    this.catalog = catalog;
    this.events = List.copyOf(events);
  }

  /**
   * Reads the products.
   *
   * @throws AttuneException MISSING_FIELD where it holds no such files, INVALID_ROW naming the line
   *     of a product that is none
   */
  public static ExportedLog in(Path directory) {
    Path products = directory.resolve(PRODUCTS);
    List<Path> events = events(directory);
    if (!Files.isRegularFile(products) || events.isEmpty()) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD,
          "log",
          directory + " holds no " + PRODUCTS + " and " + EVENTS + ", as export-log writes them");
    }
    List<String> lines = new ArrayList<>();
    new TextFile(products).each((number, line) -> lines.add(line));
    return new ExportedLog(ProductLine.catalog(lines), events);
  }

  private static List<Path> events(Path directory) {
    List<Path> events = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, EVENTS)) {
      files.forEach(events::add);
    } catch (IOException unreadable) {
      String message = directory + " is no directory that can be read";
      throw new AttuneException(new Rejection(ErrorCode.MISSING_FIELD, "log", message), unreadable);
    }
    // a shopper's events go on in the next file
    events.sort(null);
    return events;
  }

  @Override
  public CatalogSnapshot catalog() {
    return catalog;
  }

  @Override
  public void each(Consumer<TrainingEvent> to) {
    for (Path file : events) {
      TextFile text = new TextFile(file);
      text.each(
          (number, line) -> {
            try {
              LogLine read = LogLine.parse(line);
              to.accept(new TrainingEvent(read.shopper(), read.at(), read.signals()));
            } catch (AttuneException wrong) {
              throw text.wrong(number, "shopper, time, place and signals with tabs between");
            }
          });
    }
  }
}
