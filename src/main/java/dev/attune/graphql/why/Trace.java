package dev.attune.graphql.why;

import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.schema.Node;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How a decision was made: what operators see. */
public final class Trace {
  private Trace() {}

  /** Everything that was considered. */
  public record CandidateConnection(
      @NonNull List<@NonNull CandidateEdge> edges,
      @NonNull List<@NonNull Candidate> nodes,
      @NonNull PageInfo pageInfo,
      int totalCount) {}

  /** A candidate and where it stands in the list. */
  public record CandidateEdge(@NonNull String cursor, @NonNull Candidate node) {}

  /** One thing that was considered. */
  @Description(
      "One thing that was considered: where it came from, what each model and rule said, and where"
          + " it ended.")
  public record Candidate(
      @NonNull Node node,
      @NonNull String source,
      @NonNull List<@NonNull ModelScore> scores,
      @NonNull List<@NonNull StepVerdict> verdicts,
      double score,
      @Nullable Integer position,
      @Nullable Double probability) {}

  /** What one model or feature said, and how much that counts. */
  public record ModelScore(
      @NonNull String model, @NonNull String version, double score, double weight) {}

  /** What one filter said. */
  public record StepVerdict(
      @NonNull String step, boolean kept, @Nullable String reason, @Id @Nullable String rule) {}

  /** What the state of things was. */
  public record DecisionVersions(
      @NonNull String catalog,
      @NonNull String rules,
      @NonNull List<@NonNull String> models,
      @NonNull String profile,
      @NonNull String policy,
      @NonNull String seed) {}

  /** The same question asked again. */
  public record Replay(
      boolean same,
      @NonNull List<@NonNull Node> answer,
      @NonNull List<@NonNull String> differences) {}
}
