package dev.attune.graphql.view;

import dev.attune.catalog.Attribute;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("Attribute")
public record AttributeView(
    @NonNull String name, @NonNull String label, @NonNull List<@NonNull String> values) {
  static AttributeView of(Attribute attribute) {
    return new AttributeView(attribute.name(), attribute.label(), attribute.values());
  }
}
