package dev.attune.http.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8 in constant memory: what is longer than the limit is skipped and told. */
final class BoundedLines {
  private final InputStream stream;
  private final byte[] buffer = new byte[64 * 1024];
  private final byte[] line;
  private int position;
  private int end;
  private int length;

  /**
   * A line.
   *
   * @param text null where it was longer than the limit
   */
  record Line(@Nullable String text) {}

  /**
   * @param limit the most bytes of a line
   */
  BoundedLines(InputStream stream, int limit) {
    this.stream = stream;
    this.line = new byte[limit];
  }

  /**
   * The next line without its end, null after the last.
   *
   * @throws IOException when the stream breaks off; the line that it broke is not returned
   */
  @Nullable Line next() throws IOException {
    length = 0;
    boolean any = false;
    while (fill()) {
      any = true;
      int newline = position;
      while (newline < end && buffer[newline] != '\n') {
        newline++;
      }
      append(newline);
      boolean ended = newline < end;
      position = ended ? newline + 1 : newline;
      if (ended) {
        return line();
      }
    }
    return any ? line() : null;
  }

  private boolean fill() throws IOException {
    if (position < end) {
      return true;
    }
    position = 0;
    end = stream.read(buffer);
    return end > 0;
  }

  private void append(int upTo) {
    int count = upTo - position;
    if (length + count <= line.length) {
      System.arraycopy(buffer, position, line, length, count);
    }
    length = Math.min(length + count, line.length + 1);
  }

  private Line line() {
    return length > line.length
        ? new Line(null)
        : new Line(new String(line, 0, length, StandardCharsets.UTF_8));
  }
}
