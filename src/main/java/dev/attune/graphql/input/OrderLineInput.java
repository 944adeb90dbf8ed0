package dev.attune.graphql.input;

import dev.attune.graphql.schema.Decimal;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A line of an order. */
@Input("OrderLineInput")
@SuppressWarnings("NullAway.Init")
public class OrderLineInput {
  @Id public @Nullable String product;
  public @Nullable String sku;
  @NonNull public Integer quantity;
  @NonNull public Decimal price;
  public @Nullable Decimal discount;
}
