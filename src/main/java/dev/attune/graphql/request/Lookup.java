package dev.attune.graphql.request;

import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.decision.DecisionContext;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a client asks for by id or handle; what is not there is an error with a code. */
public final class Lookup {
  private Lookup() {}

  /**
   * @throws AttuneException UNKNOWN_ID, PRICE_UNAVAILABLE, or MISSING_FIELD unless exactly one is
   *     given
   */
  public static Product product(
      DecisionContext page, @Nullable String id, @Nullable String handle) {
    requireOne(id, handle);
    Optional<Product> found =
        id == null
            ? page.asked(catalog -> catalog.productByHandle(String.valueOf(handle)))
            : GlobalId.local(NodeType.PRODUCT, id)
                .flatMap(local -> page.asked(catalog -> catalog.product(new ProductId(local))));
    return found.orElseThrow(() -> unknown("product", id == null ? "handle" : "id", id, handle));
  }

  /**
   * @throws AttuneException UNKNOWN_ID, or MISSING_FIELD unless exactly one is given
   */
  public static Category category(
      DecisionContext page, @Nullable String id, @Nullable String handle) {
    requireOne(id, handle);
    Optional<String> local =
        id == null
            ? Optional.ofNullable(handle).filter(text -> !text.isBlank())
            : GlobalId.local(NodeType.CATEGORY, id);
    return local
        .flatMap(value -> page.catalog().category(new CategoryId(value)))
        .orElseThrow(() -> unknown("category", id == null ? "handle" : "id", id, handle));
  }

  public static AttuneException unknown(String what, String id) {
    return new AttuneException(ErrorCode.UNKNOWN_ID, "id", "There is no " + what + " '" + id + "'");
  }

  private static void requireOne(@Nullable String id, @Nullable String handle) {
    if ((id == null) == (handle == null)) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD, "id", "Exactly one of id and handle is needed");
    }
  }

  private static AttuneException unknown(
      String what, String field, @Nullable String id, @Nullable String handle) {
    return new AttuneException(
        ErrorCode.UNKNOWN_ID,
        field,
        "There is no " + what + " '" + (id == null ? handle : id) + "'");
  }
}
