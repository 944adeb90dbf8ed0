package dev.attune.merchandising.store;

import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.Kind;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A hero's row. */
@Entity
@Table(name = "hero")
class PgHero extends PgWritten.Drafted<Hero> {
  String headline = "";
  @Nullable String subline;
  @Nullable String image;
  String link = "";
  @Nullable String category;

  String audience = Audience.EVERYONE.name();

  @Nullable String campaign;
  int priority;
  boolean evergreen;
  @Nullable String action;

  @ColumnTransformer(read = "cast(aim as text)", write = PgAuditLine.AS_JSON)
  @Nullable String aim;

  @ColumnTransformer(read = "cast(texts as text)", write = PgAuditLine.AS_JSON)
  @Nullable String texts;

  @Override
  void take(Hero hero) {
    id = hero.id();
    headline = hero.headline();
    subline = hero.subline();
    image = hero.image();
    link = hero.link();
    category = hero.category();
    audience = hero.audience().name();
    campaign = hero.campaign();
    priority = hero.priority();
    evergreen = hero.evergreen();
    action = hero.action();
    aim = PgAuditLine.json(hero.aim());
    texts = PgAuditLine.json(hero.texts());
  }

  @Override
  Hero value() {
    return new Hero(
        id,
        headline,
        subline,
        image,
        link,
        category,
        Audience.valueOf(audience),
        campaign,
        priority,
        evergreen,
        action,
        PgAuditLine.aim(aim),
        PgAuditLine.texts(texts),
        version);
  }

  @Override
  Kind.Drafted<Hero> kind() {
    return Kind.HERO;
  }
}
