package dev.attune.decision.slot;

import dev.attune.decision.Slot;
import dev.attune.models.ModelRegistry;
import dev.attune.models.blend.Blend;
import dev.attune.models.blend.BlendLearner;
import dev.attune.models.blend.Shown;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.id.GlobalId;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.taken.Taken;
import dev.attune.record.taken.TakenLog;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Learns for each rail how much its features count, from what shoppers took of it lately. */
@ApplicationScoped
public class LearnedWeights {
  private static final Logger LOG = Logger.getLogger(LearnedWeights.class);

  /** What was taken longer ago says little of today's shop. */
  private static final Duration LATELY = Duration.ofDays(60);

  /** More decisions of one rail make the weights no surer. */
  private static final int MOST = 20_000;

  private final TakenLog log;
  private final ModelRegistry models;
  private final Clock clock;

  LearnedWeights(TakenLog log, ModelRegistry models, Clock clock) {
    this.log = log;
    this.models = models;
    this.clock = clock;
  }

  @Scheduled(
      every = "${attune.models.weigh-every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void weigh() {
    try {
      learn();
    } catch (AttuneException unavailable) {
      LOG.warnf("Weights stay as they are: %s", unavailable.getMessage());
    }
  }

  /**
   * Learns now and puts what is better to use. Blocks.
   *
   * @return what came of each rail, by its slot's name
   * @throws AttuneException UNAVAILABLE when the log cannot be read
   */
  public Map<String, Blend> learn() {
    Instant since = clock.instant().minus(LATELY);
    Map<String, Blend> blends = new TreeMap<>();
    for (Placement placement : Placement.values()) {
      Slot slot = RailSlots.of(placement);
      blends.put(slot.name(), learned(slot, log, since));
    }
    models.weigh(blends);
    return blends;
  }

  /** What the log since then teaches of one slot. */
  static Blend learned(Slot slot, TakenLog log, Instant since) {
    Map<String, Double> stated = slot.stated();
    BlendLearner learner = new BlendLearner(signed(stated, stated));
    List<Shown> shown = new ArrayList<>();
    log.read(
        slot.name(),
        since,
        MOST,
        taken -> shown(taken, learner.features(), stated).ifPresent(shown::add));
    Blend learned = learner.learn(shown);
    return learned.weighing(signed(learned.weights(), stated));
  }

  /** What counts against a thing is learned as what speaks for the others. */
  private static Map<String, Double> signed(
      Map<String, Double> weights, Map<String, Double> stated) {
    Map<String, Double> signed = new TreeMap<>();
    weights.forEach((name, weight) -> signed.put(name, weight * sign(name, stated)));
    return signed;
  }

  private static double sign(String name, Map<String, Double> stated) {
    return Math.signum(stated.getOrDefault(name, 1.0));
  }

  /** Empty where what was shown is not among what was asked about, as a merchant's pin. */
  private static Optional<Shown> shown(
      Taken taken, List<String> names, Map<String, Double> stated) {
    List<Feature> features = names.stream().map(Feature::valueOf).toList();
    Map<GlobalId, Candidate> asked =
        taken.decision().question().candidates().stream()
            .collect(Collectors.toMap(Candidate::subject, Function.identity(), (a, b) -> a));
    List<double[]> things = new ArrayList<>();
    for (GlobalId subject : taken.decision().answer()) {
      Candidate candidate = asked.get(subject);
      if (candidate == null) {
        return Optional.empty();
      }
      things.add(
          features.stream()
              .mapToDouble(it -> sign(it.name(), stated) * candidate.features().get(it))
              .toArray());
    }
    return things.size() < 2
        ? Optional.empty()
        : Optional.of(new Shown(taken.decision().id().hashCode(), things, taken.place()));
  }
}
