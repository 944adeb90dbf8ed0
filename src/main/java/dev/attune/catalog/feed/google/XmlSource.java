package dev.attune.catalog.feed.google;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** The text of a document; refuses a single tag or comment that would fill the memory. */
final class XmlSource extends FilterReader {
  /** Characters that one event may take. */
  private static final int MAX_EVENT = 8_000_000;

  private long since;
  private boolean ended;

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

  @Override
  public int read() throws IOException {
    return count(super.read(), 1);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    return count(read, read);
  }

  private int count(int result, int characters) {
    if (result < 0) {
      ended = true;
      return result;
    }
    since += characters;
    if (since > MAX_EVENT) {
      throw new AttuneException(
          ErrorCode.TOO_LONG,
          null,
          "A tag, comment or CDATA section has at most 8,000,000 characters");
    }
    return result;
  }
}
