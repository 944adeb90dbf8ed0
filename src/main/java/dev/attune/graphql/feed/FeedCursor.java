package dev.attune.graphql.feed;

import dev.attune.decision.DecisionContext;
import dev.attune.identity.Asker;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * Where a feed stands: whose it is, and what its pages showed, so that no page repeats an earlier
 * one, whatever changed in between.
 *
 * @param feed tells feeds of different shoppers and markets apart
 */
record FeedCursor(int feed, Seen seen) {
  /** Tells a feed's cursor from others, and this form of it from later ones. */
  private static final byte FORM = (byte) 0xF2;

  private static final int HEAD = 2 + 2 * Integer.BYTES + Short.BYTES;
  private static final int LONGEST = 2 * (HEAD + Seen.MOST_BYTES);

  /** Before the first page. */
  static FeedCursor start(DecisionContext page) {
    Asker asker = page.shopper().asker();
    Object who = asker.visitor() == null ? asker.customer() : asker.visitor();
    int feed = Objects.hash(String.valueOf(who), page.place().market().toString());
    return new FeedCursor(feed, Seen.NOTHING);
  }

  /**
   * The place that the text names.
   *
   * @throws AttuneException INVALID_CURSOR for what is no cursor of this feed, or was altered
   */
  FeedCursor at(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(decoded(text));
      if (bytes.remaining() >= HEAD && bytes.get() == FORM) {
        if (bytes.getInt() != feed) {
          throw invalid("The cursor belongs to another feed");
        }
        if (bytes.getInt() != sum(bytes.slice())) {
          throw invalid("The cursor was altered");
        }
        int bits = bytes.get();
        int count = Short.toUnsignedInt(bytes.getShort());
        byte[] coded = new byte[bytes.remaining()];
        bytes.get(coded);
        if (bits >= Seen.FEWEST_BITS && bits <= Seen.MOST_BITS) {
          return new FeedCursor(feed, Seen.of(bits, count, coded));
        }
      }
    } catch (IllegalArgumentException notCoded) {
      throw invalid("This is no cursor of a feed");
    }
    throw invalid("This is no cursor of a feed");
  }

  FeedCursor with(Seen more) {
    return new FeedCursor(feed, more);
  }

  String text() {
    byte[] coded = seen.coded();
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + coded.length);
    bytes.put(FORM).putInt(feed);
    int sum = bytes.position();
    bytes.putInt(0).put((byte) seen.bits()).putShort((short) seen.hashes().length).put(coded);
    bytes.putInt(sum, sum(bytes.slice(sum + Integer.BYTES, bytes.limit() - sum - Integer.BYTES)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Of what was seen and of whose feed it is; whoever alters either has to alter this. */
  private int sum(ByteBuffer seen) {
    CRC32 sum = new CRC32();
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, feed));
    sum.update(seen);
    return (int) sum.getValue();
  }

  private static byte[] decoded(String text) {
    return text.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(text);
  }

  private static AttuneException invalid(String why) {
    return new AttuneException(ErrorCode.INVALID_CURSOR, "after", why);
  }
}
