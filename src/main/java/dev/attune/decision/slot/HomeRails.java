package dev.attune.decision.slot;

import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.rule.Pinned;
import dev.attune.platform.id.GlobalId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rails of the home page, most useful first, no product in two of them. */
public final class HomeRails {
  /** A rail with fewer products than this looks broken and is left out. */
  private static final int FEWEST = 1;

  private HomeRails() {}

  /** One rail, decided. */
  public record Rail(Placement placement, Decided decided) {}

  /** At most {@code first} rails of at most {@code perRail} products. */
  public static List<Rail> decide(
      DecisionPipeline pipeline, DecisionContext context, int first, int perRail) {
    Ask asked = Ask.of(context, perRail);
    List<Rail> rails = new ArrayList<>(first);
    Set<GlobalId> shown = new HashSet<>();
    List<Placement> placements = mostUsefulFirst(context);
    Map<Placement, Set<GlobalId>> pinned = pinned(placements, context);
    for (int i = 0; i < placements.size() && rails.size() < first; i++) {
      Placement placement = placements.get(i);
      int last = Math.min(placements.size(), i + first - rails.size());
      Set<GlobalId> kept = kept(placement, placements.subList(i + 1, last), pinned);
      Ask ask = asked.at(placement.name()).without(kept.isEmpty() ? shown : both(shown, kept));
      Decided decided = pipeline.decide(RailSlots.of(placement), ask);
      if (decided.items().size() >= FEWEST) {
        rails.add(new Rail(placement, decided));
        shown.addAll(decided.subjects());
      }
    }
    return rails;
  }

  /** What merchants pinned to each; nothing stands for a placement without any. */
  private static Map<Placement, Set<GlobalId>> pinned(
      List<Placement> placements, DecisionContext context) {
    Map<Placement, Set<GlobalId>> pinned = new EnumMap<>(Placement.class);
    for (Placement placement : placements) {
      Set<GlobalId> there = Pinned.to(RailSlots.of(placement).name(), context);
      if (!there.isEmpty()) {
        pinned.put(placement, there);
      }
    }
    return pinned;
  }

  private static Set<GlobalId> both(Set<GlobalId> some, Set<GlobalId> others) {
    Set<GlobalId> both = new HashSet<>(some);
    both.addAll(others);
    return both;
  }

  /**
   * What merchants pinned to a rail further down, and not to this one: it is kept for its place,
   * else a rail before it could take it away.
   */
  private static Set<GlobalId> kept(
      Placement placement, List<Placement> further, Map<Placement, Set<GlobalId>> pinned) {
    Set<GlobalId> kept = new HashSet<>();
    further.forEach(other -> kept.addAll(pinned.getOrDefault(other, Set.of())));
    pinned.getOrDefault(placement, Set.of()).forEach(kept::remove);
    return kept;
  }

  /**
   * Who is on a visit picks up where they were; who is due for something is reminded; a newcomer
   * sees what everybody likes.
   */
  private static List<Placement> mostUsefulFirst(DecisionContext page) {
    DecisionContext context = page.on("rail/");
    List<Placement> rails = new ArrayList<>();
    boolean known = context.hasHistory() || !context.profile().session().isEmpty();
    if (!context.shown().bought().isEmpty()) {
      rails.add(Placement.HOME_BUY_AGAIN);
    }
    if (!context.shown().viewed().isEmpty()) {
      rails.add(Placement.HOME_RECENTLY_VIEWED);
    }
    rails.add(known ? rails.size() : 0, Placement.HOME_FOR_YOU);
    rails.add(Placement.HOME_TRENDING);
    rails.add(Placement.HOME_NEW_FOR_YOU);
    return rails;
  }
}
