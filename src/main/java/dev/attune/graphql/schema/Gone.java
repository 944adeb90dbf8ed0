package dev.attune.graphql.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Something that was decided about once. */
@Description("Something that the shop no longer has, or not in this market.")
public record Gone(@NonNull @Id String id) implements Node {
  @Override
  @NonNull
  @Id
  public String getId() {
    return id;
  }
}
