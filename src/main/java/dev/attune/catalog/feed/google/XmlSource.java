package dev.attune.catalog.feed.google;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document; refuses a single tag or comment that would fill the memory. A source that
 * breaks off is remembered: the parser takes it for the end where the document is complete.
 */
final class XmlSource extends FilterReader {
  /** Characters that one event may take. */
  private static final int MAX_EVENT = 8_000_000;

  private long since;
  private boolean ended;
  private @Nullable IOException broken;

  XmlSource(Reader text) {
    super(text);
  }

  /** Another event begins. */
  void allow() {
    since = 0;
  }

  /** Whether the parser has asked for more than there is. */
  boolean ended() {
    return ended;
  }

  /**
   * Reads what stands behind the document.
   *
   * @throws IOException when the source broke off, even behind the last element
   */
  void finish() throws IOException {
    char[] rest = new char[1024];
    while (broken == null && !ended) {
      allow();
      ended = read(rest, 0, rest.length) < 0;
    }
    if (broken != null) {
      throw broken;
    }
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = readOrRemember(buffer, offset, length);
    if (read < 0) {
      ended = true;
      return read;
    }
    since += read;
    if (since > MAX_EVENT) {
      throw new AttuneException(
          ErrorCode.TOO_LONG,
          null,
          "A tag, comment or CDATA section has at most 8,000,000 characters");
    }
    return read;
  }

  private int readOrRemember(char[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (IOException early) {
      broken = early;
      throw early;
    }
  }
}
