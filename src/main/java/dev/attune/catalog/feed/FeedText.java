package dev.attune.catalog.feed;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The text of a feed's bytes: unpacked where packed, decoded, without byte order mark. */
public final class FeedText {
  private static final int BUFFER = 64 * 1024;

  private FeedText() {}

  /**
   * Gzip is told by its first two bytes, which begin no text. Text is UTF-8, or UTF-16 where a byte
   * order mark says so.
   *
   * @throws IOException when the body ends early or is damaged; reading on may throw it, too
   */
  public static Reader of(InputStream bytes) throws IOException {
    BufferedInputStream body = new BufferedInputStream(bytes, BUFFER);
    body.mark(2);
    boolean packed = body.read() == 0x1f && body.read() == 0x8b;
    body.reset();
    BufferedInputStream plain =
        packed
            ? new BufferedInputStream(new GZIPInputStream(new Members(body), BUFFER), BUFFER)
            : body;
    return new InputStreamReader(plain, charset(plain));
  }

  private static Charset charset(BufferedInputStream plain) throws IOException {
    plain.mark(3);
    int first = plain.read();
    int second = plain.read();
    int third = plain.read();
    if (first == 0xef && second == 0xbb && third == 0xbf) {
      return StandardCharsets.UTF_8;
    }
    plain.reset();
    boolean wide = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
    return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /** Waits for the next byte when asked whether one is there, so that no gzip member is missed. */
  private static final class Members extends FilterInputStream {
    Members(BufferedInputStream in) {
      super(in);
    }

    @Override
    public int available() throws IOException {
      in.mark(1);
      int next = in.read();
      in.reset();
      return next < 0 ? 0 : Math.max(1, in.available());
    }
  }
}
