package dev.attune.graphql.merchant.segment;

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
  private final ShopCurrency currency;

  SegmentApi(
      Merchants merchants,
      Merchandising merchandising,
      ContentDesk desk,
      SegmentCounts counts,
      ShopCurrency currency) {
    this.currency = currency;
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.desk = desk;
    this.counts = counts;
  }

  @Query
  @NonNull
  @Description("All segments that are not archived, live and drafted, by id. For operators.")
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
                                Kind.SEGMENT.written(merchandising.current()).stream()
                                    .map(one -> MerchantSegment.of(one, last.get(one.shown().id())))
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
      "Creates a segment (expectedVersion 0) or replaces it, as a draft where publish is false; a"
          + " stale expectedVersion is refused with STALE_VERSION, a wrong condition with"
          + " INVALID_EXPRESSION and its column. For merchandisers.")
  public Uni<MerchantSegment> saveSegment(
      @NonNull SegmentInput segment,
      @NonNull Integer expectedVersion,
      @DefaultValue("true") @Nullable Boolean publish) {
    return desk.save(Kind.SEGMENT, expectedVersion, publish, () -> SegmentReading.segment(segment))
        .map(MerchantSegment::of);
  }

  @Mutation
  @NonNull
  @Description("Puts a segment in force as it was drafted. For merchandisers.")
  public Uni<MerchantSegment> publishSegment(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.publish(Kind.SEGMENT, id, expectedVersion).map(MerchantSegment::of);
  }

  @Mutation
  @NonNull
  @Description(
      "Forgets a segment that nothing live and no running experiment is for. For merchandisers.")
  public Uni<MerchantSegment> archiveSegment(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.archive(Kind.SEGMENT, id, expectedVersion).map(MerchantSegment::archived);
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
