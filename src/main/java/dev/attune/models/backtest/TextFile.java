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

/** The lines of a file, gzip or not. */
final class TextFile {
  /** Takes one line that is not blank. */
  @FunctionalInterface
  interface Line {
    /**
     * @param number of the line, the first being 1
     */
    void is(int number, String text);
  }

  private final Path path;

  TextFile(Path path) {
    this.path = path;
  }

  /**
   * @throws AttuneException TRUNCATED when it cannot be read to its end
   */
  void each(Line to) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(plain(), StandardCharsets.UTF_8))) {
      int number = 1;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        if (!text.isBlank()) {
          to.is(number, text);
        }
        number++;
      }
    } catch (IOException broken) {
      throw new AttuneException(
          new Rejection(ErrorCode.TRUNCATED, null, path + " cannot be read: " + broken), broken);
    }
  }

  private InputStream plain() throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path));
    file.mark(2);
    boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
    file.reset();
    return gzip ? new GZIPInputStream(file) : file;
  }

  /** What is wrong with a line of it. */
  AttuneException wrong(int number, String expected) {
    return new AttuneException(
        ErrorCode.INVALID_ROW, null, path + ", line " + number + ": expected " + expected);
  }
}
