package dev.attune.graphql.merchant.content;

import dev.attune.merchandising.Hero;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Redirect;
import dev.attune.merchandising.Synonyms;
import dev.attune.merchandising.content.Routine;
import dev.attune.merchandising.content.WrittenBadge;
import dev.attune.merchandising.segment.Segment;
import org.eclipse.microprofile.graphql.Description;

/** A kind of content. */
@Description("A kind of content that has a history; rules have theirs with them.")
public enum ContentKind {
  HERO(Hero.class),
  OFFER(Offer.class),
  COLLECTION(ProductCollection.class),
  BADGE(WrittenBadge.class),
  SYNONYMS(Synonyms.class),
  REDIRECT(Redirect.class),
  ROUTINE(Routine.class),
  SEGMENT(Segment.class);

  private final Class<?> type;

  ContentKind(Class<?> type) {
    this.type = type;
  }

  Class<?> type() {
    return type;
  }
}
