package dev.attune.models.registry;

import dev.attune.models.Models;
import dev.attune.models.exam.Exam;
import dev.attune.models.exam.ExamResult;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says of a training whether it may serve, and why. */
public final class Judge {
  private Judge() {}

  /**
   * Examines new models and those in use with the same questions.
   *
   * @param running in use now; before the first training nothing is worse
   * @param cut events up to here were learned from
   */
  public static ModelVersion of(Models running, Models fresh, Exam exam, Instant cut) {
    if (!exam.enough()) {
      String few = "Only %d withheld steps, too few to compare by".formatted(exam.size());
      return version(fresh, cut, null, ModelVersion.State.PROMOTED, few);
    }
    ExamResult now = exam.ask(running.nextProducts());
    ExamResult next = exam.ask(fresh.nextProducts());
    boolean worse = next.worseThan(now);
    String reason =
        String.format(
            Locale.ROOT,
            "%s on %d withheld steps: ndcg@10 %.4f after %.4f",
            worse ? "Worse" : "Not worse",
            exam.size(),
            next.ndcg(),
            now.ndcg());
    ModelVersion.Exam said =
        new ModelVersion.Exam(exam.size(), next.hitRate(), next.ndcg(), now.ndcg());
    ModelVersion.State state = worse ? ModelVersion.State.HELD_BACK : ModelVersion.State.PROMOTED;
    return version(fresh, cut, said, state, reason);
  }

  /** Models that a merchant asked for, whatever an exam would say. */
  public static ModelVersion asked(Models fresh, ModelVersions.Hold hold) {
    String reason = hold.who() + " went back to " + hold.version();
    return version(fresh, hold.cut(), null, ModelVersion.State.ROLLED_BACK_TO, reason);
  }

  /** Models that nobody asks for any more. */
  public static ModelVersion late(Models fresh, Instant cut) {
    String reason = "Merchants asked for other models meanwhile";
    return version(fresh, cut, null, ModelVersion.State.HELD_BACK, reason);
  }

  private static ModelVersion version(
      Models models,
      Instant cut,
      ModelVersion.@Nullable Exam exam,
      ModelVersion.State state,
      String reason) {
    Models.Report report = models.report();
    Map<String, Long> millis = new TreeMap<>();
    report.took().forEach((model, took) -> millis.put(model, took.toMillis()));
    return new ModelVersion(
        models.version(),
        report.trainedAt(),
        cut,
        report.catalogVersion(),
        report.from(),
        report.to(),
        report.events(),
        report.touches(),
        report.shoppers(),
        exam,
        millis,
        Footprint.of(models),
        state,
        reason);
  }
}
