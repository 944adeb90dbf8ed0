package dev.attune.graphql.models;

import dev.attune.events.Identifier;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.request.Roles;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.models.ModelRegistry;
import dev.attune.models.registry.ModelReplicas;
import dev.attune.models.registry.ModelVersion;
import dev.attune.models.registry.ModelVersions;
import dev.attune.models.registry.ModelVersions.Hold;
import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Which models serve, how good each training was, and the way back to an earlier one. */
@GraphQLApi
public class ModelsApi {
  /** As many trainings as can be paged through. */
  private static final int REMEMBERED = 1_000;

  private final Roles roles;
  private final CurrentAsker asker;
  private final ModelRegistry registry;
  private final ModelVersions versions;
  private final ModelReplicas replicas;
  private final Audit audit;
  private final Clock clock;
  private final Vertx vertx;

  ModelsApi(
      Roles roles,
      CurrentAsker asker,
      ModelRegistry registry,
      ModelVersions versions,
      ModelReplicas replicas,
      Audit audit,
      Clock clock,
      Vertx vertx) {
    this.roles = roles;
    this.asker = asker;
    this.registry = registry;
    this.versions = versions;
    this.replicas = replicas;
    this.audit = audit;
    this.clock = clock;
    this.vertx = vertx;
  }

  @Query
  @NonNull
  @Description("The models in use, and all trainings that are remembered. For operators.")
  public Uni<ModelsView> models() {
    roles.requireOperator();
    return blocking(() -> view(versions.hold().orElse(null)));
  }

  @NonNull
  @Description("Trainings of all replicas, the newest first.")
  public Uni<ModelVersionView.Connection> versions(
      @Source ModelsView models,
      @DefaultValue("20") @Nullable Integer first,
      @Nullable String after) {
    return blocking(
        () -> {
          List<ModelVersionView> all =
              versions.recent(REMEMBERED).stream().map(ModelVersionView::of).toList();
          return ModelVersionView.Connection.of(
              Slice.of(all, ModelVersionView::version, first, after));
        });
  }

  @NonNull
  @Description("What each replica uses, as it told within the last two minutes, by name.")
  public Uni<List<@NonNull ReplicaView>> replicas(@Source ModelsView models) {
    return blocking(
        () -> {
          @Nullable Hold hold = versions.hold().orElse(null);
          return replicas.present().stream().map(replica -> ReplicaView.of(replica, hold)).toList();
        });
  }

  @NonNull
  @Description("How much each feature counts in each rail, as stated and as learned.")
  public Uni<List<@NonNull BlendView>> blends(@Source ModelsView models) {
    return Uni.createFrom().item(() -> BlendView.of(registry.current().blends()));
  }

  @Mutation
  @NonNull
  @Description(
      "Goes back to an earlier training and stops learning there. Every replica hears of it within"
          + " a second and makes its models again from the events that it knew, without those of"
          + " people who were erased since; where the models that served before knew no more than"
          + " that, they serve until then. models { replicas } tells who is there. For"
          + " merchandisers.")
  public Uni<ModelsView> rollBackModels(@NonNull @Id String version) {
    roles.requireMerchandiser();
    String who = who();
    return blocking(this::standing)
        .chain(
            before ->
                blocking(() -> rolledBack(version, who))
                    .call(
                        hold ->
                            audit.record(
                                new AuditEntry(
                                    who,
                                    "models.rolled-back",
                                    version,
                                    clock.instant(),
                                    before,
                                    json(hold)))))
        .map(this::view);
  }

  @Mutation
  @NonNull
  @Description("Lets models learn again after rollBackModels. For merchandisers.")
  public Uni<ModelsView> resumeModels() {
    roles.requireMerchandiser();
    String who = who();
    return blocking(this::standing).chain(before -> resumed(who, before));
  }

  private Uni<ModelsView> resumed(String who, String before) {
    return blocking(
            () -> {
              versions.release();
              registry.followHold();
              return view(null);
            })
        .call(
            view ->
                audit.record(
                    new AuditEntry(
                        who, "models.resumed", view.inUse(), clock.instant(), before, null)));
  }

  /** What the audit keeps of how it was: the training that was held, else the one in use. */
  private String standing() {
    return versions
        .hold()
        .map(ModelsApi::json)
        .orElseGet(() -> new JsonObject().put("version", registry.current().version()).encode());
  }

  private Hold rolledBack(String version, String who) {
    ModelVersion known =
        versions
            .find(version)
            .orElseThrow(
                () ->
                    new AttuneException(
                        ErrorCode.UNKNOWN_ID,
                        "version",
                        "No training '"
                            + version
                            + "' is remembered; models { versions } has all"));
    Hold hold = new Hold(version, known.cut(), who, clock.instant());
    versions.hold(hold);
    registry.followHold();
    return hold;
  }

  private ModelsView view(@Nullable Hold hold) {
    return ModelsView.of(registry.current().version(), hold);
  }

  private static String json(Hold hold) {
    return new JsonObject()
        .put("version", hold.version())
        .put("cut", hold.cut().toString())
        .encode();
  }

  private String who() {
    @Nullable Identifier operator = asker.get().customer();
    return operator == null ? "unknown" : operator.value();
  }

  private <T> Uni<T> blocking(Supplier<T> work) {
    return vertx.executeBlocking(Uni.createFrom().item(work), /* ordered= */ false);
  }
}
