package dev.attune.http;

import dev.attune.catalog.feed.jsonl.ProductSchema;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** {@code GET /v1/catalog/schema}: the JSON Schema of a line of {@code format=jsonl}. */
@Path("/v1/catalog/schema")
class CatalogSchemaEndpoint {
  @GET
  @PermitAll
  @Produces("application/schema+json")
  public String schema() {
    return ProductSchema.get().text();
  }
}
