package dev.attune.catalog.feed.shopify;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The records of comma-separated text; cells are data, whatever a spreadsheet would do to them. */
final class ShopifyRows {
  private final CloseableIterator<CsvRecord> records;
  private long line = 1;

  ShopifyRows(Reader text) {
    this.records =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)
            .iterator();
  }

  /**
   * The next record, or null at the end.
   *
   * @throws AttuneException INVALID_ROW when a quote is never closed
   */
  @Nullable CsvRecord next() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord record = records.next();
      line = record.getStartingLineNumber();
      return record;
    } catch (UncheckedIOException damaged) {
      throw damaged.getCause();
    } catch (CsvParseException broken) {
      if (broken.getCause() instanceof IOException early) {
        throw early;
      }
      String message =
          "A quote is never closed, after the row on line %d; nothing has changed".formatted(line);
      throw new AttuneException(new Rejection(ErrorCode.INVALID_ROW, null, message), broken);
    }
  }
}
