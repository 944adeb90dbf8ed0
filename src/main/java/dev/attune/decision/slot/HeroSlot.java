package dev.attune.decision.slot;

import static dev.attune.decision.filter.Filters.FOR_THIS_AUDIENCE;
import static dev.attune.decision.filter.Filters.FOR_THIS_LANGUAGE;
import static dev.attune.decision.filter.Filters.FOR_THIS_MARKET;
import static dev.attune.decision.filter.Filters.FOR_THIS_SEGMENT;
import static dev.attune.decision.filter.Filters.FOR_THIS_TIME;
import static dev.attune.decision.filter.Filters.IS_LIVE;

import dev.attune.decision.Ask;
import dev.attune.decision.Slot;
import dev.attune.decision.Source;
import dev.attune.decision.source.Heroes;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.List;
import java.util.Map;

/** The first thing a shopper sees: what they came for, else what they love, else what is new. */
public final class HeroSlot {
  /** The hero of a shop without heroes and without categories. */
  public static final String WELCOME = "welcome";

  /**
   * What a shopper passed by again and again gives way to what they like nearly as much, never what
   * they came for.
   */
  private static final double IGNORED = -0.6;

  /** A stage is worth .2, and so are 58 of 100 of priority. A stated guess. */
  private static final double PRIORITY = 0.35;

  /**
   * A campaign outweighs all else, this visit outweighs history, and history outweighs what
   * merchants gave priority to; a hero for this stage wins over one for everyone, unless merchants
   * gave that one 60 more of priority: an announcement to all reaches newcomers, too.
   */
  public static final Slot HERO =
      Slot.named("hero")
          .from(Heroes.WRITTEN, Heroes.OF_CATEGORIES)
          .keeping(
              IS_LIVE,
              FOR_THIS_AUDIENCE,
              FOR_THIS_MARKET,
              FOR_THIS_LANGUAGE,
              FOR_THIS_TIME,
              FOR_THIS_SEGMENT)
          .rankedBy(
              Map.of(
                  Feature.CAMPAIGN, 10.0,
                  Feature.SESSION_CATEGORY, 2.0,
                  Feature.TASTE_CATEGORY, 1.5,
                  Feature.STAGE, 0.2,
                  Feature.WELCOME, 0.2,
                  Feature.IGNORED, IGNORED,
                  Feature.PRIORITY, PRIORITY,
                  Feature.EVERGREEN, 0.05))
          .otherwise(welcome());

  private HeroSlot() {}

  private static Source welcome() {
    Features features = Features.none().with(Feature.LIVE, true).with(Feature.IN_AUDIENCE, true);
    Candidate candidate =
        new Candidate(new GlobalId(NodeType.HERO, WELCOME), "FALLBACK", null, null, null, features);
    return (Ask ask) -> List.of(candidate);
  }
}
