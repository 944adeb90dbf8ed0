package dev.attune.graphql.identity;

import dev.attune.platform.personal.Exported;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** All that is stored about a person. */
public record ShopperExport(
    @NonNull @Id String shopper,
    @NonNull OffsetDateTime exportedAt,
    @NonNull @Description("How many rows.") Integer rows,
    @NonNull @Description("A JSON object: for each table the rows that are this person's.")
        String json) {

  static ShopperExport of(String id, List<Exported> rows, Instant at) {
    JsonObject tables = new JsonObject();
    for (Exported row : rows) {
      if (!tables.containsKey(row.table())) {
        tables.put(row.table(), new JsonArray());
      }
      tables.getJsonArray(row.table()).add(new JsonObject(row.json()));
    }
    return new ShopperExport(
        People.global(id), at.atOffset(ZoneOffset.UTC), rows.size(), tables.encode());
  }
}
