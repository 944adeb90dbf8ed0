package dev.attune.record;

import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Decisions to keep. */
final class SomeDecisions {
  static final Instant NOW = Instant.parse("2026-05-01T10:00:00.123456789Z");

  private SomeDecisions() {}

  static RecordedDecision with(Features features, String slot) {
    Candidate candidate = new Candidate(product(1), "popular", null, null, null, features);
    Question question = new Question(slot, 1, false, Map.of(), "", List.of(candidate));
    return decision("record-one", null, List.of(product(1)), question);
  }

  static RecordedDecision simple(String id) {
    Question question = new Question("hero", 1, true, Map.of(), "s", List.of());
    return decision(id, "v:" + id, List.of(product(2)), question);
  }

  /** A rail as the demo shop makes them: two thirds of the features of each candidate are 0. */
  static RecordedDecision rail(String id, int candidates, SplittableRandom random) {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      all.add(candidate(i, 0.33, random));
    }
    Question question =
        new Question(
            "rail/HOME_FOR_YOU",
            12,
            true,
            Map.of("diversity", random.nextDouble(), "halfLife", 30.0),
            "seed" + random.nextLong(),
            all);
    List<GlobalId> answer = all.stream().limit(12).map(Candidate::subject).toList();
    return decision(id, "v:" + Long.toHexString(random.nextLong()), answer, question);
  }

  static RecordedDecision any(String id, SplittableRandom random) {
    return rail(id, random.nextInt(8), random);
  }

  private static RecordedDecision decision(
      String id,
      @org.jspecify.annotations.Nullable String owner,
      List<GlobalId> answer,
      Question question) {
    return new RecordedDecision(
        id,
        owner,
        "ANONYMOUS",
        question.slot().startsWith("rail/") ? "HOME_FOR_YOU" : null,
        NOW,
        Basis.SESSION,
        answer.isEmpty(),
        List.of(
            new Reason(Reason.Code.THIS_VISIT, "Blumentöpfe \"groß\" 🌱"),
            new Reason(Reason.Code.NEW, null)),
        answer,
        new Versions("12", "3", "2026-05-01", 77L, "p1"),
        question,
        List.of(),
        answer.size() % 2 == 0 ? null : new RecordedDecision.Explored(2, .05 / 7),
        answer.size() % 3 == 0
            ? null
            : new RecordedDecision.Setting(
                "SHOPPER", "garden", null, "blue \"pot\"", "MOBILE", "DE", "spring"));
  }

  private static Candidate candidate(int number, double known, SplittableRandom random) {
    Features features = Features.none();
    for (Feature feature : Feature.values()) {
      if (random.nextDouble() < known) {
        features = features.with(feature, feature.ordinal() < 9 ? 1 : random.nextDouble());
      }
    }
    String group = random.nextDouble() < 0.1 ? null : "garden-planters-" + random.nextInt(9);
    return new Candidate(product(number), "popular", group, "Northlight Works", "Garden", features);
  }

  private static GlobalId product(int number) {
    return new GlobalId(NodeType.PRODUCT, "LL-" + (1_000 + number));
  }
}
