package dev.attune.graphql.merchant.content;

import dev.attune.graphql.merchant.Amounts;
import dev.attune.graphql.merchant.ContentDesk;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.content.WrittenBadge;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.StaleVersion;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Badges of the merchants' own: written as drafts, published. */
@GraphQLApi
public class MerchantBadgeApi {
  private final Merchants merchants;
  private final Merchandising merchandising;
  private final ContentDesk desk;
  private final Amounts amounts;

  MerchantBadgeApi(
      Merchants merchants, Merchandising merchandising, ContentDesk desk, Amounts amounts) {
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.desk = desk;
    this.amounts = amounts;
  }

  @Query
  @NonNull
  @Description("All badges of the merchants' own that are not archived, by id. For operators.")
  public Uni<List<@NonNull MerchantBadge>> badges() {
    return desk.all(there -> there.badges().written(), MerchantBadge::of);
  }

  @NonNull
  @Description("What may not be meant as it is written: one amount for several currencies.")
  public Uni<List<@NonNull String>> warnings(@Source MerchantBadge badge) {
    return merchants.reading(
        () ->
            Stream.of(Optional.ofNullable(badge.live()), Optional.ofNullable(badge.draft()))
                .flatMap(Optional::stream)
                .flatMap(
                    body -> amounts.warnings(body.condition(), body.scope().markets()).stream())
                .distinct()
                .toList());
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a badge (expectedVersion 0) or changes it, as a draft unless publish is true. A"
          + " stale expectedVersion is refused with STALE_VERSION, a wrong condition with"
          + " INVALID_EXPRESSION and its column. For merchandisers.")
  public Uni<MerchantBadge> saveBadge(
      @NonNull BadgeInput badge,
      @NonNull Integer expectedVersion,
      @DefaultValue("false") @Nullable Boolean publish) {
    return desk.saveUpon(
            Kind.BADGE,
            expectedVersion,
            () -> {
              OwnBadge read = BadgeReading.badge(badge);
              @Nullable WrittenBadge present = present(read.id(), expectedVersion);
              WrittenBadge drafted =
                  present == null
                      ? new WrittenBadge(read.id(), null, read, 0)
                      : present.drafting(read);
              return new ContentDesk.Upon<>(
                  Boolean.TRUE.equals(publish) ? drafted.published() : drafted,
                  there ->
                      Merchants.requireHeard(
                          present != null
                              || there
                                  .badges()
                                  .written(read.id())
                                  .filter(one -> one.version() == expectedVersion)
                                  .isEmpty()));
            })
        .map(MerchantBadge::of);
  }

  @Mutation
  @NonNull
  @Description("Puts a badge on products as it was drafted. For merchandisers.")
  public Uni<MerchantBadge> publishBadge(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.save(
            Kind.BADGE,
            expectedVersion,
            () -> {
              @Nullable WrittenBadge present = present(id, expectedVersion);
              if (present == null) {
                throw new AttuneException(ErrorCode.UNKNOWN_ID, "id", "There is no badge " + id);
              }
              return present.published();
            })
        .map(MerchantBadge::of);
  }

  @Mutation
  @NonNull
  @Description("Takes a badge off all products; saving it brings it back. For merchandisers.")
  public Uni<MerchantBadge> archiveBadge(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.archive(Kind.BADGE, id, expectedVersion).map(MerchantBadge::archived);
  }

  /** Nothing is built upon a badge that the writer did not see. */
  private @Nullable WrittenBadge present(String id, int expected) {
    @Nullable WrittenBadge present = merchandising.current().badges().written(id).orElse(null);
    if (present != null && present.version() != expected) {
      throw new StaleVersion(id, present.version(), expected);
    }
    return present;
  }
}
