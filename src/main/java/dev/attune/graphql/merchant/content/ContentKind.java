package dev.attune.graphql.merchant.content;

import dev.attune.merchandising.Kind;
import org.eclipse.microprofile.graphql.Description;

/** A kind of content. */
@Description("A kind of content that has a history; rules have theirs with them.")
public enum ContentKind {
  HERO(Kind.HERO),
  OFFER(Kind.OFFER),
  COLLECTION(Kind.COLLECTION),
  BADGE(Kind.BADGE),
  SYNONYMS(Kind.SYNONYMS),
  REDIRECT(Kind.REDIRECT),
  ROUTINE(Kind.ROUTINE),
  SEGMENT(Kind.SEGMENT);

  private final Kind<?> kind;

  ContentKind(Kind<?> kind) {
    this.kind = kind;
  }

  Kind<?> kind() {
    return kind;
  }
}
