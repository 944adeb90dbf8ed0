package dev.attune.http.limit;

import jakarta.annotation.security.PermitAll;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** A schema to send documents to while there is no other. */
@GraphQLApi
@PermitAll
public class LimitsProbeApi {
  /** Nests as deep as a document asks. */
  public record Probe(String name) {
    public Probe getInner() {
      return new Probe(name);
    }
  }

  @Query
  public Probe probe() {
    return new Probe("probe");
  }
}
