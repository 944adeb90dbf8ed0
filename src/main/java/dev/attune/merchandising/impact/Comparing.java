package dev.attune.merchandising.impact;

import dev.attune.decision.DecisionContext;
import dev.attune.platform.id.GlobalId;
import dev.attune.record.past.PastDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares decisions while further ones are read, few at a time, however many one shopper has; of
 * each only the places that shoppers look at are kept. They are added up in the order they were
 * read, whoever was done first.
 */
final class Comparing implements Predicate<PastDecision> {
  /**
   * As many decisions are handed over together: some ten megabytes, some hundredths of a second.
   */
  private static final int TOGETHER = 128;

  /** More decisions of one shopper, as a kiosk has them, are several pieces of work. */
  static final int PIECE = 64;

  private final Function<List<PastDecision>, OneShopper.Result> compare;
  private final Lanes<OneShopper.Result> lanes;
  private final BooleanSupplier late;
  private final List<Compared> compared = new ArrayList<>();
  private final Map<GlobalId, GlobalId> subjects = new HashMap<>();
  private int read;
  private int withoutSetting;
  private int notShoppers;
  private int unrepeatable;
  private int touched;
  private final List<List<PastDecision>> waiting = new ArrayList<>();
  private int waitingDecisions;
  private @Nullable String shopper;

  /**
   * @param compare decisions of one shopper, as many as are looked at together
   * @param late whether no further shopper is to be begun with, nor a further piece of one
   */
  Comparing(
      Function<List<PastDecision>, OneShopper.Result> compare,
      Lanes<OneShopper.Result> lanes,
      BooleanSupplier late) {
    this.compare = compare;
    this.lanes = lanes;
    this.late = late;
  }

  /** Whether there is time for another one. */
  @Override
  public boolean test(PastDecision past) {
    if (!past.shopper().equals(shopper) || waiting.get(waiting.size() - 1).size() >= PIECE) {
      if (late.getAsBoolean()) {
        return false;
      }
      shopper = past.shopper();
      if (waitingDecisions >= TOGETHER) {
        compareWaiting();
      }
      waiting.add(new ArrayList<>());
    }
    waiting.get(waiting.size() - 1).add(past);
    waitingDecisions++;
    return true;
  }

  private void compareWaiting() {
    add(lanes.done());
    lanes.begin(waiting.stream().map(this::piece).toList());
    waiting.clear();
    waitingDecisions = 0;
  }

  private Callable<OneShopper.Result> piece(List<PastDecision> theirs) {
    return () -> compare.apply(theirs);
  }

  private void add(List<OneShopper.Result> results) {
    for (OneShopper.Result result : results) {
      read += result.read();
      withoutSetting += result.leftOut().withoutSetting();
      notShoppers += result.leftOut().notShoppers();
      unrepeatable += result.leftOut().unrepeatable();
      touched += result.touched();
      result.compared().forEach(one -> compared.add(shared(one)));
    }
  }

  /** The same with ids of which each is held once. */
  private Compared shared(Compared one) {
    List<GlobalId> before = shared(one.before());
    List<GlobalId> after = one.changed() ? shared(one.after()) : before;
    return new Compared(one.slot(), one.shopper(), before, after, one.taken());
  }

  private List<GlobalId> shared(List<GlobalId> ids) {
    return ids.stream().map(id -> subjects.computeIfAbsent(id, same -> same)).toList();
  }

  /**
   * @param found how many decisions there were to be read from
   */
  Impact impact(long found, Instant from, Instant to, DecisionContext page) {
    compareWaiting();
    add(lanes.done());
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
