package dev.attune.profile;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import java.util.List;

/**
 * How far a shopper buys what is cheaper than usual. For a buyer the share of the last orders that
 * a coupon or a discount lowered, or of the things bought that are reduced now, whichever is more;
 * for somebody who bought nothing the share of the things looked at that are reduced now.
 *
 * @param share 0 to 1
 * @param orders how many orders it rests on, at most 16
 */
public record DiscountAffinity(double share, int orders) {
  /** So many of the last products tell, and no more are looked up. */
  private static final int TELLING = 12;

  public static DiscountAffinity of(Profile profile, CatalogSnapshot catalog) {
    List<Paid> orders = profile.lastOrders();
    double bought = reduced(profile.bought(), catalog);
    if (orders.isEmpty()) {
      boolean buyer = !profile.bought().isEmpty();
      return new DiscountAffinity(buyer ? bought : reduced(profile.viewed(), catalog), 0);
    }
    double lowered = (double) orders.stream().filter(Paid::reduced).count() / orders.size();
    return new DiscountAffinity(Math.max(lowered, bought), orders.size());
  }

  private static double reduced(List<Touched> touched, CatalogSnapshot catalog) {
    int known = 0;
    int reduced = 0;
    for (Touched one : touched.subList(0, Math.min(TELLING, touched.size()))) {
      Product product = catalog.product(one.product()).orElse(null);
      known += product == null ? 0 : 1;
      reduced += product != null && isReduced(product) ? 1 : 0;
    }
    return known == 0 ? 0 : (double) reduced / known;
  }

  private static boolean isReduced(Product product) {
    for (Variant variant : product.variants()) {
      if (variant.compareAt() != null) {
        return true;
      }
    }
    return false;
  }
}
