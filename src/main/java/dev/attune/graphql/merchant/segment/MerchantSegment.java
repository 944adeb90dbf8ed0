package dev.attune.graphql.merchant.segment;

import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.Slice;
import dev.attune.merchandising.Written;
import dev.attune.merchandising.segment.Segment;
import dev.attune.merchandising.segment.SegmentCount;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A segment as a merchant reads it, with the version to bring back when it is saved. */
@Name("Segment")
@Description("A group of shoppers by what their profile says.")
public record MerchantSegment(
    @NonNull @Id String id,
    @NonNull String title,
    @NonNull String condition,
    int version,
    @Nullable @Description("How many there were when everybody was last counted.") Count count,
    @Description("Whether anything may be for it; else it is a draft that never was published.")
        boolean live,
    @Nullable @Description("What is being prepared, not yet in force.") MerchantSegment draft) {
  static MerchantSegment of(Written<Segment> written) {
    return of(written, null);
  }

  /** As it was last, out of the shop. */
  static MerchantSegment archived(Segment segment) {
    return of(segment, null, false, null);
  }

  static MerchantSegment of(Written<Segment> written, @Nullable SegmentCount count) {
    return written.read((segment, live, draft) -> of(segment, count, live, draft));
  }

  private static MerchantSegment of(
      Segment segment,
      @Nullable SegmentCount count,
      boolean live,
      @Nullable MerchantSegment draft) {
    return new MerchantSegment(
        segment.id(),
        segment.title(),
        segment.condition(),
        segment.version(),
        count == null || !count.counts(segment) ? null : Count.of(count),
        live,
        draft);
  }

  /** How many shoppers a segment had at some time. */
  @Name("SegmentCount")
  public record Count(long members, long of, @NonNull OffsetDateTime countedAt) {
    static Count of(SegmentCount count) {
      return new Count(count.members(), count.of(), count.at().atOffset(ZoneOffset.UTC));
    }
  }

  /** Segments, by id. */
  public record SegmentConnection(
      @NonNull List<@NonNull SegmentEdge> edges,
      @NonNull List<@NonNull MerchantSegment> nodes,
      @NonNull PageInfo pageInfo,
      int totalCount) {
    static SegmentConnection of(Slice<MerchantSegment> slice) {
      List<SegmentEdge> edges = new ArrayList<>();
      for (int i = 0; i < slice.items().size(); i++) {
        edges.add(new SegmentEdge(slice.cursors().get(i), slice.items().get(i)));
      }
      return new SegmentConnection(edges, slice.items(), slice.pageInfo(), slice.total());
    }
  }

  /** A segment and where it stands. */
  public record SegmentEdge(@NonNull String cursor, @NonNull MerchantSegment node) {}

  /** A usual segment, ready to be saved under an id of the merchant's own. */
  @Name("SegmentTemplate")
  public record Template(
      @NonNull String name,
      @NonNull String title,
      @NonNull @Description("CEL over shopper.*; what stands in <> is to be replaced.")
          String condition) {}
}
