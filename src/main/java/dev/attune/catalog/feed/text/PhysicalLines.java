package dev.attune.catalog.feed.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The physical lines of a text, numbered from 1; only LF and CRLF end a line. */
public final class PhysicalLines {
  /** Beyond this many characters the rest of a line is dropped, so that memory stays bounded. */
  public static final int MAX_LENGTH = 4_000_000;

  private final Reader text;
  private final char[] buffer = new char[64 * 1024];
  private final Deque<Line> returned = new ArrayDeque<>();
  private int position;
  private int filled;
  private long number;

  public PhysicalLines(Reader text) {
    this.text = text;
  }

  /** A look at a line as it lies in a buffer, from one place to below another. */
  @FunctionalInterface
  public interface Look {
    boolean knows(char[] buffer, int from, int to);
  }

  /**
   * Passes over the next line where a look at it is enough; no text is made of it.
   *
   * @return the line's number, or 0 where it is still to be read
   */
  public long passOver(Look look) throws IOException {
    int end = returned.isEmpty() ? endInSight() : -1;
    boolean carriage = end > position && buffer[end - 1] == '\r';
    if (end < 0 || !look.knows(buffer, position, carriage ? end - 1 : end)) {
      return 0;
    }
    position = end + 1;
    return ++number;
  }

  /** Where the next line ends in the buffer, -1 where it does not. */
  private int endInSight() throws IOException {
    int at = position;
    while (true) {
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      if (at < filled) {
        return at;
      }
      System.arraycopy(buffer, position, buffer, 0, filled - position);
      at -= position;
      filled -= position;
      position = 0;
      int read = filled < buffer.length ? text.read(buffer, filled, buffer.length - filled) : -1;
      if (read <= 0) {
        return -1;
      }
      filled += read;
    }
  }

  /** The next line, or null at the end. */
  public @Nullable Line next() throws IOException {
    Line again = returned.poll();
    return again != null ? again : read();
  }

  /** These lines, in their order, will be read again. */
  public void giveBack(List<Line> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      returned.push(lines.get(i));
    }
  }

  private @Nullable Line read() throws IOException {
    StringBuilder line = new StringBuilder(1024);
    boolean tooLong = false;
    boolean any = false;
    while (position < filled || fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      int room = MAX_LENGTH - line.length();
      tooLong |= end - position > room;
      line.append(buffer, position, Math.min(room, end - position));
      position = end;
      if (end < filled) {
        position++;
        break;
      }
    }
    if (!any) {
      return null;
    }
    if (line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return new Line(++number, line.toString(), tooLong);
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(0, text.read(buffer));
    return filled > 0;
  }

  /** A line without its end. */
  public record Line(long number, String text, boolean tooLong) {}
}
