package dev.attune.models.backtest;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The text of a file, gzip or not. */
final class TextFile {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path path;

  /** Takes one line that is not blank. */
  @FunctionalInterface
  interface Line {
    /**
     * @param number of the line, the first being 1
     */
    void is(int number, String text);
  }

  /** Takes all of it. */
  @FunctionalInterface
  interface Reading {
    void of(BufferedReader text) throws IOException;
  }

  TextFile(Path path) {
    this.path = path;
  }

  /**
   * @throws AttuneException TRUNCATED when it cannot be read to its end
   */
  void read(Reading reading) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(plain(), StandardCharsets.UTF_8))) {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      reading.of(reader);
    } catch (IOException broken) {
      throw new AttuneException(
          new Rejection(ErrorCode.TRUNCATED, null, path + " cannot be read: " + broken), broken);
    }
  }

  /** As {@link #read}, line by line. */
  void each(Line to) {
    read(
        reader -> {
          int number = 1;
          for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            if (!text.isBlank()) {
              to.is(number, text);
            }
            number++;
          }
        });
  }

  private InputStream plain() throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path));
    file.mark(2);
    boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
    file.reset();
    return gzip ? new GZIPInputStream(file) : file;
  }

  /** What is wrong with a line of it. */
  AttuneException wrong(long number, String expected) {
    return new AttuneException(
        ErrorCode.INVALID_ROW, null, path + ", line " + number + ": expected " + expected);
  }
}
