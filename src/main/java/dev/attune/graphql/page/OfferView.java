package dev.attune.graphql.page;

import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.graphql.schema.Node;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.content.Wording;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("Offer")
public record OfferView(
    @NonNull @Id String id,
    @Nullable String code,
    @NonNull String title,
    @Nullable String description,
    @Nullable OffsetDateTime endsAt,
    @NonNull DecisionSummary decision)
    implements Node {

  public static List<OfferView> of(Decided decided, DecisionContext page) {
    DecisionSummary decision = DecisionSummary.of(decided, page);
    return decided.subjects().stream()
        .flatMap((GlobalId id) -> page.merchandise().offer(id.local()).stream())
        .map(offer -> of(offer, decision, page))
        .toList();
  }

  /** The offer, as it was decided. */
  public static OfferView of(Offer offer, DecisionSummary decision, DecisionContext page) {
    Wording wording = offer.in(page.place().locale());
    return new OfferView(
        new GlobalId(NodeType.OFFER, offer.id()).toString(),
        offer.code(),
        Objects.requireNonNullElse(wording.title(), offer.title()),
        wording.text(),
        offer.end() == null ? null : offer.end().atOffset(ZoneOffset.UTC),
        decision);
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return id;
  }
}
