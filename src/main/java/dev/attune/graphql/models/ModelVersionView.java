package dev.attune.graphql.models;

import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.Slice;
import dev.attune.models.registry.ModelVersion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("ModelVersion")
@Description("One training of all models.")
public record ModelVersionView(
    @NonNull @Id @Description("What decisions record as their models' version.") String version,
    @NonNull OffsetDateTime trainedAt,
    @NonNull String catalogVersion,
    @Nullable @Description("When the first touch happened that was learned from.")
        OffsetDateTime learnedFrom,
    @Nullable OffsetDateTime learnedTo,
    double events,
    @Description("What events said of products that are sold.") double touches,
    double shoppers,
    @Nullable @Description("Null where fewer than 100 withheld shoppers could be asked.")
        ModelExam exam,
    @NonNull @Description("How long each model took to learn.") List<@NonNull ModelTime> times,
    @Description("About what the models take in memory, in MiB.") double megabytes,
    @NonNull ModelState state,
    @NonNull String reason) {

  @Description("What became of a training.")
  public enum ModelState {
    PROMOTED,
    HELD_BACK,
    ROLLED_BACK_TO
  }

  @Name("ModelExam")
  @Description("Quality by the next steps of shoppers who were not learned from.")
  public record ModelExam(
      int questions,
      @Description("Share of answers with the truth among the first ten.") double hitRate,
      @Description("NDCG@10.") double ndcg,
      @Description("NDCG@10 of the models that served then, on the same questions.")
          double runningNdcg) {}

  @Name("ModelTime")
  public record ModelTime(@NonNull String model, double seconds) {}

  @Name("ModelVersionConnection")
  public record Connection(
      @NonNull List<@NonNull Edge> edges,
      @NonNull List<@NonNull ModelVersionView> nodes,
      @NonNull PageInfo pageInfo,
      int totalCount) {
    static Connection of(Slice<ModelVersionView> slice) {
      List<Edge> edges = new ArrayList<>();
      for (int i = 0; i < slice.items().size(); i++) {
        edges.add(new Edge(slice.cursors().get(i), slice.items().get(i)));
      }
      return new Connection(edges, slice.items(), slice.pageInfo(), slice.total());
    }
  }

  @Name("ModelVersionEdge")
  public record Edge(@NonNull String cursor, @NonNull ModelVersionView node) {}

  static ModelVersionView of(ModelVersion known) {
    ModelVersion.@Nullable Exam exam = known.exam();
    return new ModelVersionView(
        known.version(),
        known.trainedAt().atOffset(ZoneOffset.UTC),
        known.catalogVersion(),
        utc(known.learnedFrom()),
        utc(known.learnedTo()),
        known.events(),
        known.touches(),
        known.shoppers(),
        exam == null
            ? null
            : new ModelExam(exam.questions(), exam.hitRate(), exam.ndcg(), exam.runningNdcg()),
        known.millis().entrySet().stream()
            .map(took -> new ModelTime(took.getKey(), took.getValue() / 1e3))
            .toList(),
        Math.round(known.bytes() / 104_857.6) / 10.0,
        ModelState.valueOf(known.state().name()),
        known.reason());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
