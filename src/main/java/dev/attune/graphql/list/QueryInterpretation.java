package dev.attune.graphql.list;

import dev.attune.graphql.schema.Decimal;
import dev.attune.graphql.view.Link;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What became of a query. */
public record QueryInterpretation(
    @NonNull String query,
    @Nullable String corrected,
    @NonNull List<@NonNull AppliedFilter> filters,
    @NonNull List<@NonNull String> synonyms,
    @NonNull @Description("Words with a minus before them: what is called so was left out.")
        List<@NonNull String> excluded,
    boolean relaxed,
    @Nullable Link redirect) {

  /**
   * What the query was understood to ask for.
   *
   * @param narrows whether only products with it are found; otherwise they are found first
   */
  public record AppliedFilter(
      @NonNull String field,
      @NonNull String label,
      @NonNull List<@NonNull String> values,
      @Nullable Decimal min,
      @Nullable Decimal max,
      @Nullable String understoodFrom,
      @Description("Whether only products with it are found; otherwise they are found first.")
          boolean narrows) {}
}
