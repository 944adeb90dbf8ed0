package dev.attune.graphql.input;

import dev.attune.graphql.schema.Decimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Narrows a list: one of these values, or a range. */
@Input("ProductFilter")
@SuppressWarnings("NullAway.Init")
public class ProductFilterInput {
  @NonNull public String field;
  public @Nullable List<@NonNull String> in;
  public @Nullable Decimal min;
  public @Nullable Decimal max;
}
