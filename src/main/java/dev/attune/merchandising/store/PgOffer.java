package dev.attune.merchandising.store;

import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Offer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** An offer's row. */
@Entity
@Table(name = "offer")
class PgOffer extends PgWritten.Drafted<Offer> {
  @Nullable String code;
  String title = "";
  @Nullable String description;

  String audience = Audience.EVERYONE.name();

  @Nullable String category;

  @Column(name = "ends_at")
  @Nullable Instant endsAt;

  @Nullable Double discount;

  @Column(name = "margin_floor")
  @Nullable Double marginFloor;

  int priority = Offer.PRIORITY;

  @ColumnTransformer(read = "cast(aim as text)", write = PgAuditLine.AS_JSON)
  @Nullable String aim;

  @ColumnTransformer(read = "cast(texts as text)", write = PgAuditLine.AS_JSON)
  @Nullable String texts;

  @Override
  void take(Offer offer) {
    id = offer.id();
    code = offer.code();
    title = offer.title();
    description = offer.description();
    audience = offer.audience().name();
    category = offer.category();
    endsAt = offer.endsAt();
    discount = offer.discount();
    marginFloor = offer.marginFloor();
    priority = offer.priority();
    aim = PgAuditLine.json(offer.aim());
    texts = PgAuditLine.json(offer.texts());
  }

  @Override
  Offer value() {
    return new Offer(
        id,
        code,
        title,
        description,
        Audience.valueOf(audience),
        category,
        endsAt,
        discount,
        marginFloor,
        priority,
        PgAuditLine.aim(aim),
        PgAuditLine.texts(texts),
        version);
  }

  @Override
  Kind.Drafted<Offer> kind() {
    return Kind.OFFER;
  }
}
