package dev.attune.graphql.view;

import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** What shoppers choose between. */
public final class Options {
  private Options() {}

  /** One thing to choose, with all the values that the product comes in. */
  @Name("ProductOption")
  public record ProductOption(@NonNull String name, @NonNull List<@NonNull String> values) {}

  /** What a variant is, of one option. */
  @Name("SelectedOption")
  public record SelectedOption(@NonNull String name, @NonNull String value) {}

  static List<ProductOption> of(Product product) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (Variant variant : product.variants()) {
      variant
          .options()
          .forEach(
              (name, value) ->
                  values.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(value));
    }
    return values.entrySet().stream()
        .map(entry -> new ProductOption(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  static List<SelectedOption> of(Variant variant) {
    return variant.options().entrySet().stream()
        .map(option -> new SelectedOption(option.getKey(), option.getValue()))
        .toList();
  }
}
