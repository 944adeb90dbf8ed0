package dev.attune.merchandising;

import java.util.List;

/** The drafts of content: what shoppers do not see yet. */
public record Prepared(List<Hero> heroes, List<Offer> offers) {
  /** Nothing is being prepared. */
  public static final Prepared NOTHING = new Prepared(List.of(), List.of());

  public Prepared {
    heroes = List.copyOf(heroes);
    offers = List.copyOf(offers);
  }
}
