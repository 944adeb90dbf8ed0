package dev.attune.graphql.merchant.preview;

import dev.attune.graphql.input.CartLineInput;
import dev.attune.graphql.merchant.Merchants;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which page to look at. */
@Input("PreviewPageInput")
@Description("Which page, exactly one.")
public class PreviewPageInput {
  public @Nullable Boolean home;

  @Description("A category's handle.")
  public @Nullable String category;

  @Description("What is searched for.")
  public @Nullable String search;

  @Id public @Nullable String product;

  @Description("The cart page of whoever looks, with what is in their cart.")
  public @Nullable Boolean cart;

  @Description("The cart page with these lines.")
  public @Nullable List<@NonNull CartLineInput> lines;

  boolean isHome() {
    return Boolean.TRUE.equals(home);
  }

  boolean isCart() {
    return lines != null || Boolean.TRUE.equals(cart);
  }

  /**
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE unless exactly one is named
   */
  void requireOne() {
    Merchants.require(
        Stream.of(isHome(), category != null, search != null, product != null, isCart())
                .filter(named -> named)
                .count()
            == 1,
        "page",
        "Exactly one of home, category, search, product and cart is needed");
  }
}
