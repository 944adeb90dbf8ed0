package dev.attune.merchandising;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.content.ShopPath;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What there is in the shop for merchants to name. Naming anything else is refused with UNKNOWN_ID
 * and the field; null names nothing.
 */
public record Known(Merchandise merchandise, CatalogSnapshot catalog) {
  /** Heroes that the shop makes of a category by itself have this before the category's id. */
  private static final String HERO_OF_CATEGORY = "category-";

  public void category(String field, @Nullable String handle) {
    require(handle == null || catalog.category(new CategoryId(handle)).isPresent(), field, handle);
  }

  public void collection(String field, @Nullable String id) {
    require(id == null || merchandise.collection(id).isPresent(), field, id);
  }

  public void segments(String field, Collection<String> ids) {
    ids.forEach(id -> require(merchandise.segment(id).isPresent(), field, id));
  }

  /** A path of the storefront; one that names nothing of the shop may lead anywhere. */
  public void path(String field, String path) {
    require(ShopPath.in(path).map(this::isThere).orElse(true), field, path);
  }

  private boolean isThere(ShopPath path) {
    return switch (path.of()) {
      case CATEGORY -> catalog.category(new CategoryId(path.name())).isPresent();
      case PRODUCT -> catalog.productByHandle(path.name()).isPresent();
      case COLLECTION -> merchandise.collectionAt(path.name()).isPresent();
    };
  }

  /**
   * @param ids the shop's own ids of products
   */
  public void products(String field, Collection<String> ids) {
    for (String id : ids) {
      require(
          catalog.product(new ProductId(id)).isPresent(),
          field,
          new GlobalId(NodeType.PRODUCT, id).toString());
    }
  }

  /**
   * @param ids global ids of anything that a rule can be about
   */
  public void subjects(String field, Collection<String> ids) {
    ids.forEach(id -> require(GlobalId.parse(id).filter(this::isThere).isPresent(), field, id));
  }

  private boolean isThere(GlobalId id) {
    String local = id.local();
    return switch (id.type()) {
      case PRODUCT -> catalog.product(new ProductId(local)).isPresent();
      case CATEGORY -> catalog.category(new CategoryId(local)).isPresent();
      case HERO ->
          Kind.HERO.written(local, merchandise).isPresent() || local.startsWith(HERO_OF_CATEGORY);
      case OFFER -> Kind.OFFER.written(local, merchandise).isPresent();
      case COLLECTION -> merchandise.collection(local).isPresent();
      case CONTENT_CARD -> merchandise.guide(local).isPresent();
      case BRAND -> true;
      case VARIANT, PRODUCT_BADGE, DECISION, SHOPPER -> false;
    };
  }

  private static void require(boolean known, String field, @Nullable String id) {
    if (!known) {
      throw new AttuneException(ErrorCode.UNKNOWN_ID, field, "There is no '" + id + "'");
    }
  }
}
