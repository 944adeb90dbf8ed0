package dev.attune.graphql.listing;

import dev.attune.catalog.ProductId;
import dev.attune.identity.Proof;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a list gave one shopper, in the order in which they did, and what comes right
 * behind it. The next page goes on in it, so that it repeats nothing and passes nothing over,
 * wherever the list has moved things since.
 *
 * @param name the id of the decision that ranked the list's first page
 * @param owner whose it is, null where it is about nobody
 * @param ranked how many of its first were ranked for the shopper
 */
record Walk(String name, @Nullable Owner owner, List<ProductId> products, int ranked) {
  Walk {
    products = List.copyOf(products);
  }

  /**
   * The one whose walk it is, of whom nothing is kept here that an erasure would have to find.
   *
   * @param hash a keyed hash of the key of their identifier
   * @param proof that they had given
   */
  record Owner(String hash, Proof proof) {}

  /** What was ranked for the shopper. */
  List<ProductId> window() {
    return products.subList(0, Math.min(ranked, products.size()));
  }

  /** The same, known further on, as far as any list can be walked. */
  Walk reaching(List<ProductId> further) {
    return new Walk(
        name, owner, further.subList(0, Math.min(Asked.LONGEST, further.size())), ranked);
  }

  /** The place of a cursor, which may name any. */
  int place(int position) {
    return Math.min(position, products.size() - 1);
  }
}
