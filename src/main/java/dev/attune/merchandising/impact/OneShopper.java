package dev.attune.merchandising.impact;

import dev.attune.decision.Ranked;
import dev.attune.decision.Replay;
import dev.attune.decision.Resolution;
import dev.attune.decision.Slot;
import dev.attune.decision.slot.Slots;
import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import dev.attune.platform.id.GlobalId;
import dev.attune.profile.Profile;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision;
import dev.attune.record.RecordedDecision.Setting;
import dev.attune.record.past.PastDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares decisions of one shopper, with one reading of the log. Of one that the draft cannot hold
 * for no candidate is unpacked, of one that it does nothing to only what the candidates are called.
 */
final class OneShopper {
  private final Draft draft;
  private final BiFunction<Identifier, List<Instant>, List<Profile>> profiles;
  private final List<Compared> compared = new ArrayList<>();
  private int withoutSetting;
  private int notShoppers;
  private int unrepeatable;
  private int touched;

  private OneShopper(Draft draft, BiFunction<Identifier, List<Instant>, List<Profile>> profiles) {
    this.draft = draft;
    this.profiles = profiles;
  }

  /** What became of them. */
  record Result(List<Compared> compared, Impact.LeftOut leftOut, int touched) {
    Result {
      compared = List.copyOf(compared);
    }

    int read() {
      return compared.size()
          + leftOut.withoutSetting()
          + leftOut.notShoppers()
          + leftOut.unrepeatable();
    }
  }

  /**
   * @param profiles of somebody at some times
   */
  static Result compared(
      List<PastDecision> past,
      Draft draft,
      BiFunction<Identifier, List<Instant>, List<Profile>> profiles) {
    OneShopper one = new OneShopper(draft, profiles);
    one.compare(past);
    return new Result(
        one.compared,
        new Impact.LeftOut(one.withoutSetting, one.notShoppers, one.unrepeatable),
        one.touched);
  }

  private void compare(List<PastDecision> all) {
    List<PastDecision> asked = new ArrayList<>();
    for (PastDecision past : all) {
      RecordedDecision head = past.head();
      @Nullable Setting setting = head.setting();
      if (setting != null && !setting.traffic().equals(Traffic.SHOPPER.name())) {
        notShoppers++;
      } else if (draft.lacks(head)) {
        withoutSetting++;
      } else if (Slots.named(head.question().slot()).isEmpty()) {
        unrepeatable++;
      } else if (draft.mayHold(head) || draft.acted(past)) {
        asked.add(past);
      } else {
        same(past);
      }
      past.letGo();
    }
    Map<Instant, Profile> then = profiles(asked);
    for (PastDecision past : asked) {
      RecordedDecision head = past.head();
      Slot slot = Slots.named(head.question().slot()).orElseThrow();
      Profile profile = then.getOrDefault(head.at(), Profile.NOBODY);
      compare(slot, past, asks(head) ? profile : Profile.NOBODY);
      past.letGo();
    }
  }

  private void same(PastDecision past) {
    RecordedDecision head = past.head();
    List<GlobalId> before = seen(head.answer().stream());
    add(past, before, before);
  }

  private void compare(Slot slot, PastDecision past, Profile profile) {
    if (!draft.acted(past) && !draft.touches(slot, past, profile)) {
      same(past);
      return;
    }
    RecordedDecision decision = past.decision();
    Question drafted = draft.asked(slot, decision, profile);
    if (drafted.candidates().equals(decision.question().candidates())) {
      same(past);
    } else if (Replay.of(slot, decision).same()) {
      touched++;
      Stream<GlobalId> answer =
          Resolution.of(slot, drafted).answer().stream()
              .map(Ranked::candidate)
              .map(candidate -> candidate.subject());
      add(past, seen(decision.answer().stream()), seen(answer));
    } else {
      unrepeatable++;
    }
  }

  private void add(PastDecision past, List<GlobalId> before, List<GlobalId> after) {
    String slot = past.head().question().slot();
    compared.add(new Compared(slot, past.shopper(), before, after, past.taken()));
  }

  private static List<GlobalId> seen(Stream<GlobalId> answer) {
    return answer.limit(Compared.PLACES).toList();
  }

  /** What was known of the shopper whose decisions these are, where that is asked. */
  private Map<Instant, Profile> profiles(List<PastDecision> decisions) {
    List<Instant> instants =
        decisions.stream()
            .map(PastDecision::head)
            .filter(this::asks)
            .map(RecordedDecision::at)
            .distinct()
            .toList();
    Map<Instant, Profile> known = new HashMap<>();
    if (!instants.isEmpty()) {
      List<Profile> found = profiles.apply(Identifier.ofKey(decisions.get(0).shopper()), instants);
      for (int i = 0; i < instants.size(); i++) {
        known.put(instants.get(i), found.get(i));
      }
    }
    return known;
  }

  /** Not where the draft does not ask, nor where nobody's profile was used. */
  private boolean asks(RecordedDecision decision) {
    return draft.asksShopper() && decision.owner() != null && decision.versions().profile() != 0;
  }
}
