package dev.attune.graphql.list;

import dev.attune.graphql.schema.Decimal;
import dev.attune.graphql.view.Link;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What became of a query. */
public record QueryInterpretation(
    @NonNull String query,
    @Nullable String corrected,
    @NonNull List<@NonNull AppliedFilter> filters,
    @NonNull List<@NonNull String> synonyms,
    boolean relaxed,
    @Nullable Link redirect) {

  /** A filter that the query was understood to ask for. */
  public record AppliedFilter(
      @NonNull String field,
      @NonNull String label,
      @NonNull List<@NonNull String> values,
      @Nullable Decimal min,
      @Nullable Decimal max,
      @Nullable String understoodFrom) {}
}
