package dev.attune.graphql.schema;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.NonNull;

/** An object with a global id. */
@Interface
public interface Node {
  @NonNull
  @Id
  String getId();
}
