package dev.attune.graphql.input;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** One of sku and product. */
@Input("CartLineInput")
public class CartLineInput {
  public @Nullable String sku;
  @Id public @Nullable String product;

  @DefaultValue("1")
  public @Nullable Integer quantity;
}
