package dev.attune.graphql.merchant.segment;

import dev.attune.experiments.store.Experiments;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.merchant.ContentDesk;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.segment.MerchantSegment.SegmentConnection;
import dev.attune.graphql.merchant.segment.MerchantSegment.Template;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.segment.SegmentCounts;
import dev.attune.merchandising.segment.SegmentTemplate;
import dev.attune.platform.money.ShopCurrency;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Segments, how many shoppers they have, and templates of the usual ones. */
@GraphQLApi
public class SegmentApi {
  private final Merchants merchants;
  private final Merchandising merchandising;
  private final ContentDesk desk;
  private final SegmentCounts counts;
  private final Experiments experiments;
  private final ShopCurrency currency;

  SegmentApi(
      Merchants merchants,
      Merchandising merchandising,
      ContentDesk desk,
      SegmentCounts counts,
      Experiments experiments,
      ShopCurrency currency) {
    this.currency = currency;
    this.experiments = experiments;
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.desk = desk;
    this.counts = counts;
  }

  @Query
  @NonNull
  @Description("All segments that are not archived, by id. For operators.")
  public Uni<SegmentConnection> segments(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return merchants.asking(
        () ->
            counts
                .last()
                .map(
                    last ->
                        SegmentConnection.of(
                            Slice.of(
                                merchandising.current().segments().stream()
                                    .map(one -> MerchantSegment.of(one, last.get(one.id())))
                                    .toList(),
                                MerchantSegment::id,
                                first == null ? 50 : first,
                                after))));
  }

  @Query
  @NonNull
  @Description("Segments that most shops want, to be saved as they are or changed.")
  public Uni<List<@NonNull Template>> segmentTemplates() {
    return merchants.reading(
        () ->
            Arrays.stream(SegmentTemplate.values())
                .map(one -> new Template(one.name(), one.title(), one.condition(currency.get())))
                .toList());
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a segment (expectedVersion 0) or replaces it; a stale expectedVersion is refused"
          + " with STALE_VERSION, a wrong condition with INVALID_EXPRESSION and its column. For"
          + " merchandisers.")
  public Uni<MerchantSegment> saveSegment(
      @NonNull SegmentInput segment, @NonNull Integer expectedVersion) {
    return desk.save(Kind.SEGMENT, expectedVersion, () -> SegmentReading.segment(segment))
        .map(saved -> MerchantSegment.of(saved, null));
  }

  @Mutation
  @NonNull
  @Description(
      "Forgets a segment that nothing live and no running experiment is for. For merchandisers.")
  public Uni<MerchantSegment> archiveSegment(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.archive(Kind.SEGMENT, id, expectedVersion, () -> tested(id))
        .map(archived -> MerchantSegment.of(archived, null));
  }

  private Optional<String> tested(String id) {
    return experiments
        .current()
        .isFor(id)
        .map(running -> "Experiment " + running.id() + " is for this segment");
  }

  @Mutation
  @NonNull
  @Description(
      "Counts all segments over everybody now, not only when it is due. For merchandisers.")
  public Uni<SegmentConnection> countSegments() {
    return merchants
        .writing((who, at) -> counts.count(at))
        .chain(() -> segments(Slice.LONGEST, null));
  }
}
