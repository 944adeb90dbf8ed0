package dev.attune.merchandising.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a rule does. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Action.Pin.class, name = "PIN"),
  @JsonSubTypes.Type(value = Action.Fill.class, name = "FILL"),
  @JsonSubTypes.Type(value = Action.Hide.class, name = "HIDE"),
  @JsonSubTypes.Type(value = Action.Limit.class, name = "LIMIT"),
  @JsonSubTypes.Type(value = Action.Boost.class, name = "BOOST"),
  @JsonSubTypes.Type(value = Action.Bury.class, name = "BURY"),
  @JsonSubTypes.Type(value = Action.Weigh.class, name = "WEIGH")
})
public sealed interface Action {
  /** Puts the rule's subjects at a position and those behind it, in their order. */
  record Pin(int position) implements Action {}

  /** Reserves a position for the best of a collection. */
  record Fill(int position, String collection) implements Action {}

  /** Takes out what the rule matches. */
  record Hide() implements Action {}

  /** Shows at most so many of what the rule matches, counted together or apart. */
  record Limit(int most, Per per) implements Action {
    /** What is counted together. */
    public enum Per {
      BRAND,
      CATEGORY,
      /** Everything that the rule matches. */
      RULE
    }
  }

  /** Multiplies the score of what the rule matches by a factor above 1. */
  record Boost(double factor) implements Action {}

  /** Divides the score of what the rule matches by a factor above 1. */
  record Bury(double factor) implements Action {}

  /** Lets the shop's own interest count: each is what a whole 1 of it adds to a score. */
  record Weigh(double margin, double stockCover, double newness, double sellThrough)
      implements Action {}

  /** Whether it is about a place in the list, and so about the page and not about products. */
  default boolean placing() {
    return this instanceof Pin || this instanceof Fill;
  }
}
