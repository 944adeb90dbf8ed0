package dev.attune.graphql.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeysApiTest {
  private static final String LIST =
      "{ keys { id kind name hint createdAt createdBy revokedAt revocable } }";

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  @Test
  void aKeyIsGoodFromItsMakingToItsRevocation() {
    JsonPath made =
        admin()
            .ask(
                "mutation { createKey(kind: WRITE, name: \"keys-outlet\")"
                    + " { key shopKey { id kind revokedAt } } }");
    String key = made.getString("data.createKey.key");
    String id = made.getString("data.createKey.shopKey.id");
    assertThat(key).startsWith("wk_");
    assertThat(sent(key, "keys-1")).isEqualTo(200);
    assertThat(tokens(key)).isEqualTo(403);

    JsonPath list = admin().ask(LIST);
    String mine = "data.keys.find { it.id == '" + id + "' }.";
    assertThat(list.getString(mine + "name")).isEqualTo("keys-outlet");
    assertThat(list.getString(mine + "createdBy")).isEqualTo("keys-boss");
    assertThat(key).startsWith(list.getString(mine + "hint").substring(0, 6));
    assertThat(list.prettify()).doesNotContain(key);

    String revoke = "mutation { revokeKey(id: \"%s\") { revokedAt } }".formatted(id);
    assertThat(admin().ask(revoke).getString("data.revokeKey.revokedAt")).isNotBlank();
    assertThat(sent(key, "keys-2")).isEqualTo(401);
    assertThat(admin().ask(revoke).getString("data.revokeKey.revokedAt")).isNotBlank();
    assertThat(admin().ask(LIST).getString(mine + "revokedAt")).isNotBlank();
    JsonPath audit =
        admin().ask("{ auditLog(subject: \"" + id + "\") { nodes { who what before after } } }");
    String lines = "data.auditLog.nodes";
    assertThat(audit.getList(lines + ".what")).containsExactly("key.revoked", "key.created");
    assertThat(audit.getList(lines + ".who")).containsOnly("keys-boss");
    assertThat(audit.getString(lines + "[1].before")).isNull();
    assertThat(audit.getString(lines + "[1].after")).contains("keys-outlet").doesNotContain(key);
    assertThat(audit.getString(lines + "[0].before")).contains("keys-outlet");
    assertThat(audit.getString(lines + "[0].after")).isNull();
  }

  @Test
  void oneMoreSecretKeySpeaksForTheShopAndIsKeptAsAHashAlone() throws SQLException {
    JsonPath made = admin().ask("mutation { createKey(kind: SECRET, name: \"keys-erp\") { key } }");
    String key = made.getString("data.createKey.key");
    assertThat(tokens(key)).isEqualTo(200);
    try (Connection connection = store.getConnection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from shop_key k where k::text like '%" + key + "%'")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void whatTheEnvironmentNamesIsListedAndNotRevoked() {
    JsonPath list = admin().ask(LIST);
    String chosen = "data.keys.find { it.kind == 'SECRET' && !it.revocable }.";
    assertThat(list.getString(chosen + "name")).isEqualTo("ATTUNE_SECRET_KEY");
    assertThat(
            admin()
                .refusal(
                    "mutation { revokeKey(id: \"%s\") { id } }"
                        .formatted(list.getString(chosen + "id"))))
        .isEqualTo("INVALID_VALUE");
    assertThat(admin().refusal("mutation { revokeKey(id: \"keys-none\") { id } }"))
        .isEqualTo("UNKNOWN_ID");
    assertThat(admin().refusal("mutation { createKey(kind: WRITE, name: \" \") { key } }"))
        .isEqualTo("INVALID_VALUE");
  }

  @Test
  void onlyAdminsSeeOrChangeKeys() {
    GraphQl merchandiser = GraphQl.nobody().signedIn("keys-mia", "merchandiser");
    assertThat(merchandiser.refusal(LIST)).isEqualTo("FORBIDDEN");
    assertThat(merchandiser.refusal("mutation { createKey(kind: WRITE, name: \"x\") { key } }"))
        .isEqualTo("FORBIDDEN");
    assertThat(GraphQl.nobody().refusal("mutation { revokeKey(id: \"x\") { id } }"))
        .isEqualTo("FORBIDDEN");
  }

  private static GraphQl admin() {
    return GraphQl.nobody().signedIn("keys-boss", "admin");
  }

  private static int sent(String key, String message) {
    return given()
        .auth()
        .preemptive()
        .basic(key, "")
        .contentType("application/json")
        .body("{\"messageId\":\"%s\",\"anonymousId\":\"keys-v\"}".formatted(message))
        .post("/v1/page")
        .statusCode();
  }

  private static int tokens(String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body("{\"sub\":\"keys-c\"}")
        .post("/v1/tokens")
        .statusCode();
  }
}
