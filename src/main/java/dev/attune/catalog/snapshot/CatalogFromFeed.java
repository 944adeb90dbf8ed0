package dev.attune.catalog.snapshot;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.feed.CategoryPath;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.catalog.snapshot.SnapshotDraft.StoredCategory;
import dev.attune.catalog.snapshot.market.StoredPrice;
import dev.attune.catalog.snapshot.shared.SharedAttributes;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalog that importing a feed into an empty store would make, without a store. Refused rows
 * are left out; handles are the product ids.
 */
public final class CatalogFromFeed {
  private final SnapshotDraft draft = new SnapshotDraft();
  private final Instant now;
  private long position;

  private CatalogFromFeed(Instant now) {
    this.now = now;
  }

  /**
   * @param now the instant whose prices hold
   * @param locale the language of its texts
   * @throws IOException when the feed ends early or is damaged
   */
  public static CatalogSnapshot read(Feed feed, Instant now, Locale locale) throws IOException {
    CatalogFromFeed catalog = new CatalogFromFeed(now);
    @Nullable FeedRow row = feed.next();
    while (row != null) {
      if (row instanceof FeedRow.Accepted accepted) {
        catalog.add(accepted.item());
      }
      row = feed.next();
    }
    List<Product> products = catalog.draft.products(now, id -> false);
    return new CatalogSnapshot("1", products, catalog.draft.tree(products), locale);
  }

  private void add(Item item) {
    item.categories().forEach(this::category);
    ProductId product = new ProductId(item.productId());
    item.extras().relations().forEach(relation -> draft.add(product, relation));
    draft.add(product, id -> new ProductDraft(id, id.value(), now), stored(item));
  }

  private StoredVariant stored(Item item) {
    return new StoredVariant(
        position++,
        item.id(),
        item.title(),
        item.description(),
        draft.shared().oneOrNull(item.brand()),
        item.categories().stream().map(CategoryPath::id).toList(),
        item.tags(),
        attributes(item.attributes()),
        item.options(),
        item.images(),
        item.link(),
        price(item.offer()),
        item.availability(),
        item.quantity(),
        item.gtin(),
        item.extras().daysOfUse());
  }

  private void category(List<String> path) {
    @Nullable CategoryId parent = null;
    for (int depth = 1; depth <= path.size(); depth++) {
      List<String> titles = path.subList(0, depth);
      CategoryId id = CategoryPath.id(titles);
      draft.add(new StoredCategory(id, parent, titles));
      parent = id;
    }
  }

  private static StoredPrice price(Offer offer) {
    @Nullable SaleWindow window = offer.window();
    return new StoredPrice(
        offer.regular(),
        offer.sale(),
        window == null ? null : window.from(),
        window == null ? null : window.until(),
        offer.cost());
  }

  private List<Attribute> attributes(List<Detail> details) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (Detail detail : details) {
      String name = SharedAttributes.name(detail.label());
      Attribute attribute = new Attribute(name, detail.label(), detail.values());
      attributes.merge(name, draft.shared().one(attribute), SharedAttributes::together);
    }
    return List.copyOf(attributes.values());
  }
}
