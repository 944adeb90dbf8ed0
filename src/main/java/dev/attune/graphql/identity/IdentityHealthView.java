package dev.attune.graphql.identity;

import dev.attune.identity.member.IdentityHealth.Example;
import dev.attune.identity.member.IdentityHealth.Finding;
import dev.attune.identity.member.IdentityHealth.Report;
import dev.attune.identity.member.IdentityHealth.Suspicion;
import dev.attune.identity.member.Members.Logged;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** What looks wrong about who is taken for whom. */
@Name("IdentityHealth")
public record IdentityHealthView(
    @NonNull @Description("Customers who were proven on some identifier.") Long customers,
    @NonNull @Description("Identifiers that are joined to somebody.") Long identifiers,
    @NonNull List<@NonNull IdentityFinding> findings,
    @NonNull @Description("The last joins and splits.") List<@NonNull IdentityChange> log) {

  static IdentityHealthView of(Report report, List<Logged> log) {
    return new IdentityHealthView(
        report.customers(),
        report.identifiers(),
        report.findings().stream().map(IdentityFinding::of).toList(),
        log.stream().map(IdentityChange::of).toList());
  }

  /** One kind of suspicion. */
  @Name("IdentityFinding")
  public record IdentityFinding(
      @NonNull IdentitySuspicion code,
      @NonNull Long count,
      @NonNull @Description("What was found and what the gateway did about it.") String message,
      @NonNull @Description("What to do.") String fix,
      @NonNull @Description("The ten worst.") List<@NonNull IdentityExample> examples) {

    static IdentityFinding of(Finding finding) {
      boolean junk = finding.suspicion() == Suspicion.JUNK_IDENTIFIER;
      return new IdentityFinding(
          IdentitySuspicion.valueOf(finding.suspicion().name()),
          finding.count(),
          finding.suspicion().message(),
          finding.suspicion().fix(),
          finding.examples().stream().map(example -> IdentityExample.of(example, junk)).toList());
    }
  }

  /** What can look wrong. */
  public enum IdentitySuspicion {
    TOO_MANY_IDENTIFIERS,
    SHARED_IDENTIFIER,
    REFUSED_JOIN,
    JUNK_IDENTIFIER
  }

  /** One case. */
  @Name("IdentityExample")
  public record IdentityExample(
      @NonNull @Description("A shopper's or identifier's id, or the junk value itself.")
          String about,
      @NonNull @Description("Identifiers, customers, refused proofs, or times seen.") Long count) {

    static IdentityExample of(Example example, boolean junk) {
      return new IdentityExample(
          junk ? example.about() : People.global(example.about()), example.count());
    }
  }

  /** One join or split. */
  @Name("IdentityChange")
  public record IdentityChange(
      @NonNull OffsetDateTime at,
      @NonNull @Description("JOIN, SPLIT, REFUSED or REJOIN") String kind,
      @NonNull @Id String identifier,
      @NonNull @Id String shopper,
      @NonNull String evidence,
      @NonNull @Description("An operator, or event.") String who) {

    static IdentityChange of(Logged logged) {
      return new IdentityChange(
          logged.at().atOffset(ZoneOffset.UTC),
          logged.kind(),
          People.global(logged.member()),
          People.global(logged.customer()),
          logged.evidence(),
          logged.who());
    }
  }
}
