package dev.attune.graphql;

import dev.attune.catalog.Product;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where a feed stands: everything that its pages showed, as sorted 32-bit hashes of product ids, so
 * that no page repeats an earlier one, whatever changed in between. Two products with the same hash
 * count as one, which may leave one of a billion unseen.
 */
record FeedCursor(int[] seen) {
  /** Nothing was shown yet. */
  static final FeedCursor START = new FeedCursor(new int[0]);

  private static final int MOST = 2_000;

  /**
   * @throws AttuneException INVALID_VALUE for what is no cursor of a feed
   */
  static FeedCursor read(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length % Integer.BYTES == 0 && bytes.length / Integer.BYTES <= MOST) {
        int[] seen = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(seen);
        return new FeedCursor(seen);
      }
    } catch (IllegalArgumentException notBase64) {
      // told below
    }
    throw new AttuneException(
        ErrorCode.INVALID_VALUE, "after", "'" + text + "' is no cursor of a feed");
  }

  FeedCursor and(Product product) {
    int[] more = Arrays.copyOf(seen, seen.length + 1);
    more[seen.length] = hash(product);
    Arrays.sort(more);
    return new FeedCursor(more.length > MOST ? Arrays.copyOfRange(more, 0, MOST) : more);
  }

  boolean has(Product product) {
    return Arrays.binarySearch(seen, hash(product)) >= 0;
  }

  String text() {
    ByteBuffer bytes = ByteBuffer.allocate(seen.length * Integer.BYTES);
    bytes.asIntBuffer().put(seen);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static int hash(Product product) {
    return product.id().value().hashCode() * 0x9E3779B9;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeedCursor cursor && Arrays.equals(seen, cursor.seen);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(seen);
  }

  @Override
  public String toString() {
    return text();
  }
}
