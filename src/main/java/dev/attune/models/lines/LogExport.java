package dev.attune.models.lines;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.Product;
import dev.attune.events.EventLog;
import dev.attune.events.EventLog.Received;
import dev.attune.events.LoggedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the log and the products for a training elsewhere: {@code products.tsv}, and {@code
 * events-00000.tsv.gz} and so on, a million events each. Events name shoppers by their keys.
 */
@ApplicationScoped
public class LogExport {
  private static final int EVENTS_A_FILE = 1_000_000;

  private final Catalog catalog;
  private final EventLog log;
  private final Clock clock;

  LogExport(Catalog catalog, EventLog log, Clock clock) {
    this.catalog = catalog;
    this.log = log;
    this.clock = clock;
  }

  /**
   * What was written.
   *
   * @param until events received up to here
   */
  public record Report(Instant until, int products, long events) {}

  /**
   * Writes everything received until now. Blocks.
   *
   * @throws IOException where the directory cannot be written to
   */
  public Report to(Path directory) throws IOException {
    Instant until = clock.instant();
    Files.createDirectories(directory);
    int products = 0;
    try (Writer out = Files.newBufferedWriter(directory.resolve("products.tsv"))) {
      for (Product product : catalog.snapshot().products()) {
        out.write(ProductLine.of(product) + '\n');
        products++;
      }
    }
    try (EventFiles files = new EventFiles(directory)) {
      log.read(Instant.EPOCH, Received.upTo(until), files::add);
      return new Report(until, products, files.events);
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private static final class EventFiles implements AutoCloseable {
    private final Path directory;
    private @Nullable Writer out;
    private long events;

    EventFiles(Path directory) {
      this.directory = directory;
    }

    void add(LoggedEvent event) {
      try {
        Writer to = out;
        if (to == null || events % EVENTS_A_FILE == 0) {
          close();
          to = open("events-%05d.tsv.gz".formatted(events / EVENTS_A_FILE));
          out = to;
        }
        to.write(LogLine.of(event.owner(), event.happenedAt(), events++, event.signals()) + '\n');
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    private Writer open(String name) throws IOException {
      return new BufferedWriter(
          new OutputStreamWriter(
              new GZIPOutputStream(Files.newOutputStream(directory.resolve(name))),
              StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
      if (out != null) {
        out.close();
      }
    }
  }
}
