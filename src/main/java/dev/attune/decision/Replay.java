package dev.attune.decision;

import dev.attune.platform.id.GlobalId;
import dev.attune.record.RecordedDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded question asked again, of nothing but what was recorded.
 *
 * @param answer what comes out now
 * @param differences one sentence for each place where it is not what was shown
 */
public record Replay(Resolution resolution, List<GlobalId> answer, List<String> differences) {
  public Replay {
    answer = List.copyOf(answer);
    differences = List.copyOf(differences);
  }

  /** Filters, ranks and arranges the recorded candidates again. */
  public static Replay of(Slot slot, RecordedDecision decision) {
    Resolution resolution = Resolution.of(slot, decision.question());
    List<GlobalId> answer =
        resolution.answer().stream().map(ranked -> ranked.candidate().subject()).toList();
    return new Replay(resolution, answer, differences(decision.answer(), answer));
  }

  public boolean same() {
    return differences.isEmpty();
  }

  private static List<String> differences(List<GlobalId> then, List<GlobalId> now) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
      String was = i < then.size() ? then.get(i).toString() : "nothing";
      String is = i < now.size() ? now.get(i).toString() : "nothing";
      if (!was.equals(is)) {
        differences.add("Position " + (i + 1) + " was " + was + " and is now " + is);
      }
    }
    return differences;
  }
}
