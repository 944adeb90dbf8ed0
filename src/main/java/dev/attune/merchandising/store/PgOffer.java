package dev.attune.merchandising.store;

import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Offer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An offer's row. */
@Entity
@Table(name = "offer")
class PgOffer extends PgWritten<Offer> {
  @Nullable String code;
  String title = "";
  @Nullable String description;

  @Enumerated(EnumType.STRING)
  Audience audience = Audience.EVERYONE;

  @Nullable String category;

  @Column(name = "ends_at")
  @Nullable Instant endsAt;

  @Nullable Double discount;

  @Column(name = "margin_floor")
  @Nullable Double marginFloor;

  @Override
  void take(Offer offer) {
    id = offer.id();
    code = offer.code();
    title = offer.title();
    description = offer.description();
    audience = offer.audience();
    category = offer.category();
    endsAt = offer.endsAt();
    discount = offer.discount();
    marginFloor = offer.marginFloor();
  }

  @Override
  Offer value() {
    return new Offer(
        id, code, title, description, audience, category, endsAt, discount, marginFloor, version);
  }

  @Override
  String kind() {
    return "offer";
  }
}
