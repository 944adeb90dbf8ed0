package dev.attune.graphql.list;

import dev.attune.graphql.schema.Node;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What typing so far may mean. */
public record Suggestion(@NonNull String text, @NonNull SuggestionKind kind, @Nullable Node node) {

  /** What is suggested. */
  public enum SuggestionKind {
    QUERY,
    PRODUCT,
    CATEGORY,
    BRAND
  }
}
