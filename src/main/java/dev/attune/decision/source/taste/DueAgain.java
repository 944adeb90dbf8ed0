package dev.attune.decision.source.taste;

import dev.attune.decision.DecisionContext;
import dev.attune.models.Purchase;
import dev.attune.models.Scored;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Cadence;
import dev.attune.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a shopper bought before and is due again, by their own rhythm or by everybody's. */
public final class DueAgain {
  /** Who bought something on so many days has a rhythm of their own. */
  private static final int RHYTHM = 3;

  private DueAgain() {}

  /** The most due first, from 0 to 1. */
  public static List<Scored> of(DecisionContext context) {
    return context.models().buyAgain().due(purchases(context.shown()), context.now());
  }

  private static List<Purchase> purchases(Profile shown) {
    Map<GlobalId, Integer> own = new HashMap<>();
    for (Cadence cadence : shown.habits().cadences()) {
      if (cadence.times() >= RHYTHM) {
        own.put(cadence.subject(), cadence.days());
      }
    }
    return shown.bought().stream()
        .map(
            one -> {
              GlobalId id = new GlobalId(NodeType.PRODUCT, one.product().value());
              return new Purchase(one.product(), one.last(), own.getOrDefault(id, 0));
            })
        .toList();
  }
}
