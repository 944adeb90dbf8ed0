package dev.attune.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** {@code GET /demo/images/<id>.svg}: the demo shop's pictures, 404 for what nobody drew. */
@Path("/demo/images")
public class DemoImages {
  private final DemoPictures pictures = DemoPictures.load();

  @GET
  @Path("{id: [A-Za-z0-9-]+}.svg")
  @PermitAll
  @Produces("image/svg+xml")
  public Response picture(String id) {
    byte[] svg =
        pictures.svg(id).orElseThrow(NotFoundException::new).getBytes(StandardCharsets.UTF_8);
    return Response.ok(svg)
        .header("Cache-Control", "public, max-age=86400")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .build();
  }
}
