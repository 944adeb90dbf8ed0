package dev.attune.graphql.merchant.content;

import dev.attune.graphql.list.Slice;
import dev.attune.graphql.merchant.ContentDesk;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.merchandising.MerchandiseStore;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What became of content, and the way back. */
@GraphQLApi
public class HistoryApi {
  private final Merchants merchants;
  private final MerchandiseStore store;
  private final ContentDesk desk;

  HistoryApi(Merchants merchants, MerchandiseStore store, ContentDesk desk) {
    this.merchants = merchants;
    this.store = store;
    this.desk = desk;
  }

  @Query
  @NonNull
  @Description("What became of content, the last write first. For operators.")
  public Uni<List<@NonNull ContentRevision>> contentHistory(
      @NonNull ContentKind kind,
      @NonNull @Id String id,
      @DefaultValue("20") @Nullable Integer first) {
    return merchants.asking(
        () ->
            store
                .history(kind.kind(), id, Slice.size("first", first == null ? 20 : first))
                .map(history -> history.stream().map(ContentRevision::of).toList()));
  }

  @Mutation
  @NonNull
  @Description(
      "Shows content as it was written at an earlier version, also what is archived by now; what"
          + " was refused when it was saved is refused here, too. A stale expectedVersion is"
          + " refused with STALE_VERSION, a version that it never had with UNKNOWN_ID. For"
          + " merchandisers.")
  public Uni<ContentRevision> rollBack(
      @NonNull ContentKind kind,
      @NonNull @Id String id,
      @NonNull Integer toVersion,
      @NonNull Integer expectedVersion) {
    return merchants.writing(
        expectedVersion,
        write ->
            desk.rollBack(kind.kind(), id, toVersion, write)
                .chain(() -> store.history(kind.kind(), id, 1))
                .map(history -> ContentRevision.of(history.get(0))));
  }
}
