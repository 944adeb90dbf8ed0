package dev.attune.merchandising.store;

import dev.attune.merchandising.Guide;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A guide's row. */
@Entity
@Table(name = "content_card")
class PgGuide extends PgWritten<Guide> {
  String title = "";
  @Nullable String body;
  @Nullable String image;
  String link = "";
  @Nullable String category;

  @Override
  void take(Guide guide) {
    id = guide.id();
    title = guide.title();
    body = guide.text();
    image = guide.image();
    link = guide.link();
    category = guide.category();
  }

  @Override
  Guide value() {
    return new Guide(id, title, body, image, link, category, version);
  }

  @Override
  String kind() {
    return "guide";
  }
}
