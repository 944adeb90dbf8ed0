package dev.attune.graphql.audit;

import dev.attune.graphql.audit.AuditLogEntry.AuditLogConnection;
import dev.attune.graphql.audit.AuditLogEntry.AuditLogEdge;
import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.merchant.Typed;
import dev.attune.graphql.request.Roles;
import dev.attune.platform.audit.AuditTrail;
import dev.attune.platform.audit.AuditTrail.Numbered;
import dev.attune.platform.audit.AuditTrail.Part;
import dev.attune.platform.audit.AuditTrail.Wanted;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What was done to the shop, by whom, and how it was before. */
@GraphQLApi
public class AuditApi {
  private static final int FIRST = 50;
  private static final Comparator<Numbered> NEWEST_FIRST =
      Comparator.comparing((Numbered one) -> one.entry().at())
          .reversed()
          .thenComparing(Numbered::part);

  private final Roles roles;
  private final AuditTrail trail;

  AuditApi(Roles roles, AuditTrail trail) {
    this.roles = roles;
    this.trail = trail;
  }

  @Query
  @NonNull
  @Description(
      "Every write of merchants, the newest first, with who, when, before and after; for admins"
          + " also what became of keys, tokens, people and models. For operators.")
  public Uni<AuditLogConnection> auditLog(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable @Description("Only what this user did.") String who,
      @Nullable @Description("Only actions that begin so, such as rule. or rule.published")
          String what,
      @Nullable @Description("Only what was done to this id.") String subject) {
    roles.requireOperator();
    int wanted = Slice.size("first", first == null ? FIRST : first);
    AuditCursor from = AuditCursor.of(after);
    Wanted which =
        new Wanted(
            Typed.text("who", who), Typed.text("what", what), Typed.text("subject", subject));
    Uni<List<Numbered>> merchants =
        trail.before(Part.MERCHANTS, from.merchants(), which, wanted + 1);
    Uni<List<Numbered>> gateway =
        roles.isAdmin()
            ? trail.before(Part.GATEWAY, from.gateway(), which, wanted + 1)
            : Uni.createFrom().item(List.of());
    return Uni.combine()
        .all()
        .unis(merchants, gateway)
        .with((one, other) -> page(merged(one, other), from, wanted, after != null));
  }

  /** Both are the newest first by their numbers, and stay so. */
  private static List<Numbered> merged(List<Numbered> one, List<Numbered> other) {
    List<Numbered> merged = new ArrayList<>(one.size() + other.size());
    int left = 0;
    int right = 0;
    while (left < one.size() || right < other.size()) {
      boolean first =
          right == other.size()
              || (left < one.size() && NEWEST_FIRST.compare(one.get(left), other.get(right)) <= 0);
      merged.add(first ? one.get(left++) : other.get(right++));
    }
    return merged;
  }

  private static AuditLogConnection page(
      List<Numbered> found, AuditCursor from, int wanted, boolean behind) {
    List<AuditLogEdge> edges = new ArrayList<>();
    AuditCursor cursor = from;
    for (Numbered one : found.subList(0, Math.min(wanted, found.size()))) {
      cursor = cursor.behind(one);
      edges.add(new AuditLogEdge(cursor.toString(), AuditLogEntry.of(one)));
    }
    PageInfo info =
        new PageInfo(
            found.size() > wanted,
            behind,
            edges.isEmpty() ? null : edges.get(0).cursor(),
            edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor());
    return new AuditLogConnection(edges, edges.stream().map(AuditLogEdge::node).toList(), info);
  }
}
