package dev.attune.graphql;

import dev.attune.decision.DecisionContext;
import dev.attune.decision.Replay;
import dev.attune.decision.slot.Slots;
import dev.attune.graphql.request.Lookup;
import dev.attune.graphql.request.Nodes;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.request.Roles;
import dev.attune.graphql.schema.Node;
import dev.attune.graphql.why.DecisionView;
import dev.attune.graphql.why.Trace;
import dev.attune.graphql.why.Traces;
import dev.attune.identity.Proof;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.DecisionLog;
import dev.attune.record.RecordedDecision;
import dev.attune.record.Versions;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Why: decisions as they were made, and any object by its global id. */
@GraphQLApi
public class DecisionApi {
  private final Pages pages;
  private final DecisionLog log;
  private final Roles roles;
  private final CurrentAsker asker;

  DecisionApi(Pages pages, DecisionLog log, Roles roles, CurrentAsker asker) {
    this.pages = pages;
    this.log = log;
    this.roles = roles;
    this.asker = asker;
  }

  @Query
  @Description(
      "What was decided, from what, and why; operators see the whole trace. Replays to the same"
          + " answer.")
  public Uni<@Nullable DecisionView> decision(@NonNull @Id String id, Context operation) {
    return pages
        .page(operation)
        .flatMap(
            page ->
                find(id)
                    .map(
                        found ->
                            view(
                                found
                                    .filter(this::maySee)
                                    .orElseThrow(() -> Lookup.unknown("decision", id)),
                                page)));
  }

  @Query
  @Description("Any object by its global id.")
  public Uni<@Nullable Node> node(@NonNull @Id String id, Context operation) {
    GlobalId global = GlobalId.parse(id).orElseThrow(() -> Lookup.unknown("object", id));
    return pages
        .page(operation)
        .flatMap(
            page ->
                global.type() == NodeType.DECISION
                    ? decision(id, operation).map(decision -> (Node) decision)
                    : Uni.createFrom()
                        .item(
                            Nodes.asked(global, page)
                                .orElseThrow(() -> Lookup.unknown("object", id))));
  }

  @Description("Everything that was considered. For operators.")
  public Uni<Trace.@Nullable CandidateConnection> candidates(
      @Source DecisionView decision,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Uni.createFrom()
        .item(
            () -> {
              roles.requireOperator();
              return Traces.candidates(replayed(decision), decision, first, after);
            });
  }

  @Description("What the state of things was. For operators.")
  public Uni<Trace.@Nullable DecisionVersions> versions(@Source DecisionView decision) {
    return Uni.createFrom()
        .item(
            () -> {
              roles.requireOperator();
              Versions versions = decision.decision().versions();
              return new Trace.DecisionVersions(
                  versions.catalog(),
                  versions.merchandise(),
                  List.of(versions.models()),
                  Long.toString(versions.profile()),
                  versions.policy(),
                  decision.decision().question().seed());
            });
  }

  @NonNull
  @Description("What did not act for want of data in the catalog, and where. For operators.")
  public Uni<List<@NonNull String>> gates(@Source DecisionView decision) {
    return Uni.createFrom()
        .item(
            () -> {
              roles.requireOperator();
              return decision.decision().question().gated();
            });
  }

  @Description("The recorded question asked again. For operators.")
  public Uni<Trace.@Nullable Replay> replay(@Source DecisionView decision) {
    return Uni.createFrom()
        .item(
            () -> {
              roles.requireOperator();
              Replay replay = replayed(decision);
              return new Trace.Replay(
                  replay.same(),
                  nodes(replay.answer(), decision.decision(), decision.page()),
                  replay.differences());
            });
  }

  private Uni<Optional<RecordedDecision>> find(String id) {
    return GlobalId.local(NodeType.DECISION, id)
        .map(log::find)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  /** Its own shopper, at no less proof than it was made with; and operators. */
  private boolean maySee(RecordedDecision decision) {
    if (roles.isOperator()) {
      return true;
    }
    String owner = decision.owner();
    Proof proof = Proof.named(decision.proof());
    return owner == null || asker.get().is(one -> one.key().equals(owner), proof);
  }

  private static DecisionView view(RecordedDecision decision, DecisionContext page) {
    return new DecisionView(decision, page, nodes(decision.answer(), decision, page));
  }

  private static Replay replayed(DecisionView decision) {
    RecordedDecision recorded = decision.decision();
    return Slots.named(recorded.question().slot())
        .map(slot -> Replay.of(slot, recorded))
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.UNAVAILABLE,
                    "id",
                    "The slot " + recorded.question().slot() + " is no longer decided"));
  }

  private static List<Node> nodes(
      List<GlobalId> ids, RecordedDecision decision, DecisionContext page) {
    return ids.stream().map(id -> Nodes.decided(id, decision, page)).toList();
  }
}
