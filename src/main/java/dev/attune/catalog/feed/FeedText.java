package dev.attune.catalog.feed;

import dev.attune.catalog.feed.text.Quoted;
import dev.attune.catalog.feed.text.ReadAhead;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The text of a feed's bytes: unpacked where packed, decoded, without byte order mark. */
public final class FeedText {
  private static final int BUFFER = 64 * 1024;

  /** Bytes in which an XML declaration ends. */
  private static final int DECLARATION = 256;

  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]{0,200}\\sencoding\\s*=\\s*[\"']([A-Za-z0-9][\\w.:-]*)[\"']");

  private FeedText() {}

  /**
   * Gzip is told by its first two bytes, which begin no text. Text is UTF-8, or UTF-16 where a byte
   * order mark or zero bytes say so, or what an XML declaration says. Bytes that are no text become
   * U+FFFD, which {@link ItemFields} warns about. Packed text is unpacked by a thread of its own,
   * which ends when the text is closed; the bytes stay open.
   *
   * @throws AttuneException INVALID_ENCODING when an XML declaration names one that nobody knows
   * @throws IOException when the body ends early or is damaged; reading on may throw it, too
   */
  public static Reader of(InputStream bytes) throws IOException {
    BufferedInputStream body = new BufferedInputStream(new KeptOpen(bytes), BUFFER);
    body.mark(2);
    boolean packed = body.read() == 0x1f && body.read() == 0x8b;
    body.reset();
    BufferedInputStream plain =
        packed
            ? new BufferedInputStream(
                new ReadAhead(new GZIPInputStream(new Members(body), BUFFER)), BUFFER)
            : body;
    boolean opened = false;
    try {
      Reader text = new InputStreamReader(plain, charset(plain));
      opened = true;
      return text;
    } finally {
      if (!opened) {
        plain.close(); // ends the thread that reads ahead
      }
    }
  }

  private static Charset charset(BufferedInputStream plain) throws IOException {
    byte[] start = look(plain, 3);
    int first = at(start, 0);
    int second = at(start, 1);
    if (first == 0xef && second == 0xbb && at(start, 2) == 0xbf) {
      plain.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
      return StandardCharsets.UTF_16;
    }
    // no feed begins with the null character, so one of two bytes that is zero is half of another
    if (first == 0 && second > 0) {
      return StandardCharsets.UTF_16BE;
    }
    if (first > 0 && second == 0) {
      return StandardCharsets.UTF_16LE;
    }
    boolean declares = first == '<' && second == '?';
    return declares ? declared(look(plain, DECLARATION)) : StandardCharsets.UTF_8;
  }

  private static Charset declared(byte[] start) {
    Matcher encoding = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!encoding.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = encoding.group(1);
    if (!Charset.isSupported(name)) {
      throw new AttuneException(
          ErrorCode.INVALID_ENCODING, null, "No such encoding: " + Quoted.of(name));
    }
    // who can read this declaration byte by byte does not read UTF-16
    Charset charset = Charset.forName(name);
    return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
  }

  private static byte[] look(BufferedInputStream plain, int length) throws IOException {
    plain.mark(length);
    byte[] start = plain.readNBytes(length);
    plain.reset();
    return start;
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : -1;
  }

  /** Bytes that whoever opened them closes. */
  private static final class KeptOpen extends FilterInputStream {
    KeptOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
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
