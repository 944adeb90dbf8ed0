package dev.attune.http.auth;

import dev.attune.identity.Asker;
import dev.attune.identity.request.CurrentAsker;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Shows who is asking; and an endpoint that nobody annotated. */
@Path("/v1/probe")
@Produces("application/json")
public class AskerProbe {
  @Inject CurrentAsker current;

  @GET
  @Path("asker")
  @PermitAll
  public Asker asker() {
    return current.get();
  }

  @GET
  @Path("unannotated")
  public String unannotated() {
    return "reached";
  }
}
