package dev.attune.graphql.input;

import dev.attune.graphql.schema.Decimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Narrows a list: one of these values, or a range. */
@Input("ProductFilter")
@Description("Narrows a list; where there are several, all hold.")
@SuppressWarnings("NullAway.Init")
public class ProductFilterInput {
  @Description("brand, category, available, price, or an attribute's name; as facets have it.")
  @NonNull
  public String field;

  @Description("Any of these values, as facets have them; of prices ranges such as 50-100.")
  public @Nullable List<@NonNull String> in;

  @Description("Of prices, and of attributes that are numbers: at least.")
  public @Nullable Decimal min;

  @Description("Of prices, and of attributes that are numbers: at most.")
  public @Nullable Decimal max;
}
