package dev.attune.graphql.view;

import dev.attune.graphql.schema.Node;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("Brand")
public record BrandView(@NonNull @Id String id, @NonNull String name) implements Node {
  public static BrandView of(String name) {
    return new BrandView(new GlobalId(NodeType.BRAND, name).toString(), name);
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return id;
  }
}
