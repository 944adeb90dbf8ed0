package dev.attune.merchandising.impact;

import dev.attune.decision.DecisionContext;
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
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares decisions one by one; of each only the places that shoppers look at are kept. */
final class Comparing implements Predicate<PastDecision> {
  /** Of one shopper so many decisions are compared at once, with one reading of the log. */
  private static final int AT_ONCE = 64;

  private final Draft draft;
  private final BiFunction<Identifier, List<Instant>, List<Profile>> profiles;
  private final BooleanSupplier late;
  private final List<Compared> compared = new ArrayList<>();
  private final Map<GlobalId, GlobalId> subjects = new HashMap<>();
  private int read;
  private int withoutSetting;
  private int notShoppers;
  private int unrepeatable;
  private int touched;
  private final List<PastDecision> waiting = new ArrayList<>();
  private @Nullable String shopper;

  /**
   * @param profiles of somebody at some times
   * @param late whether no further shopper is to be begun with
   */
  Comparing(
      Draft draft,
      BiFunction<Identifier, List<Instant>, List<Profile>> profiles,
      BooleanSupplier late) {
    this.draft = draft;
    this.profiles = profiles;
    this.late = late;
  }

  /** Whether there is time for another one. */
  @Override
  public boolean test(PastDecision past) {
    if (!past.shopper().equals(shopper)) {
      compareWaiting();
      if (late.getAsBoolean()) {
        return false;
      }
      shopper = past.shopper();
    }
    read(past);
    return true;
  }

  private void read(PastDecision past) {
    RecordedDecision decision = past.decision();
    @Nullable Setting setting = decision.setting();
    @Nullable Slot slot = Slots.named(decision.question().slot()).orElse(null);
    read++;
    if (setting != null && !setting.traffic().equals(Traffic.SHOPPER.name())) {
      notShoppers++;
    } else if (draft.lacks(decision)) {
      withoutSetting++;
    } else if (slot == null) {
      unrepeatable++;
    } else {
      waiting.add(past);
      if (waiting.size() == AT_ONCE) {
        compareWaiting();
      }
    }
  }

  private void compareWaiting() {
    Map<Instant, Profile> then = profiles();
    for (PastDecision past : waiting) {
      RecordedDecision decision = past.decision();
      Slot slot = Slots.named(decision.question().slot()).orElseThrow();
      Profile profile = then.getOrDefault(decision.at(), Profile.NOBODY);
      compare(slot, past, asks(decision) ? profile : Profile.NOBODY);
    }
    waiting.clear();
  }

  private void compare(Slot slot, PastDecision past, Profile profile) {
    RecordedDecision decision = past.decision();
    Question drafted = draft.asked(slot, decision, profile);
    List<GlobalId> before = seen(decision.answer().stream());
    if (drafted.candidates().equals(decision.question().candidates())) {
      compared.add(new Compared(slot.name(), past.shopper(), before, before, past.taken()));
    } else if (Replay.of(slot, decision).same()) {
      touched++;
      Stream<GlobalId> answer =
          Resolution.of(slot, drafted).answer().stream()
              .map(Ranked::candidate)
              .map(candidate -> candidate.subject());
      compared.add(new Compared(slot.name(), past.shopper(), before, seen(answer), past.taken()));
    } else {
      unrepeatable++;
    }
  }

  private List<GlobalId> seen(Stream<GlobalId> answer) {
    return answer
        .limit(Compared.PLACES)
        .map(subject -> subjects.computeIfAbsent(subject, same -> same))
        .toList();
  }

  /** What was known of the one shopper whose decisions wait, where that is asked. */
  private Map<Instant, Profile> profiles() {
    List<Instant> instants =
        waiting.stream()
            .map(PastDecision::decision)
            .filter(this::asks)
            .map(RecordedDecision::at)
            .distinct()
            .toList();
    Map<Instant, Profile> known = new HashMap<>();
    if (!instants.isEmpty()) {
      List<Profile> found = profiles.apply(Identifier.ofKey(waiting.get(0).shopper()), instants);
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

  /**
   * @param found how many decisions there were to be read from
   */
  Impact impact(long found, Instant from, Instant to, DecisionContext page) {
    compareWaiting();
    Chances chances = Chances.of(compared);
    Worth.Book worths = new Worth.Book(page.catalog(), page.models().conversion(), compared);
    Expected expected = new Expected(compared, chances, worths);
    Moves moves = new Moves(compared);
    Impact.@Nullable Change revenue = expected.revenue();
    return new Impact(
        from,
        to,
        found,
        read,
        new Impact.LeftOut(withoutSetting, notShoppers, unrepeatable),
        expected.shoppers(),
        touched,
        (int) compared.stream().filter(Compared::changed).count(),
        moves.moved(),
        moves.brands(page.catalog()),
        moves.categories(page.catalog()),
        expected.clicks(),
        revenue,
        expected.margin(),
        revenue == null ? null : worths.currency(),
        expected.coverage(),
        chances.takes());
  }
}
