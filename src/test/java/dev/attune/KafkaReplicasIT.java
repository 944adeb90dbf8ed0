package dev.attune;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two gateways that fold one topic into one store: one is killed in the middle, the store goes away
 * for a while, and every acknowledged event has its effect once.
 */
class KafkaReplicasIT {
  private static final Logger LOG = Logger.getLogger(KafkaReplicasIT.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int REQUESTS = 240;
  private static final int EVENTS = 20;
  private static final int SHOPPERS = 300;

  /** All that is the same however events come; what was received when is not. */
  private static final String EFFECTS =
      """
      select 'fold ' || owner || ' ' || encode(state, 'hex') from fold where state <> ''
      union all
      select 'event ' || origin || ' ' || message_id || ' ' || type || ' ' || happened_at || ' '
        || coalesce(customer, '') || ' ' || traffic || ' ' || personalize || ' ' || signals::text
        || ' ' || body || ' ' || source
      from event
      union all
      select 'link ' || visitor || ' ' || customer || ' ' || first_proof || ' ' || last_proof || ' '
        || evidence from link
      union all
      select 'consent ' || identifier || ' ' || purpose || ' ' || state from consent
      order by 1
      """;

  /** Of the second half of what came before anything broke. */
  private static final String DELAYS =
      """
      select percentile_disc(q) within group (
          order by extract(epoch from pg_xact_commit_timestamp(xmin) - received_at)) || ' s at ' || q
      from event, unnest(array[.5, .99]) as q
      where substr(message_id, 2)::int >= %d
      group by q order by q
      """
          .formatted(REQUESTS * EVENTS / 6);

  private final Random random = new Random(4);
  private final Instant today = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path data;

  @Test
  void everyEventHasItsEffectOnceWhoeverDiesInBetween() throws Exception {
    List<String> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(request(i));
    }
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("track_commit_timestamp", "on").start();
        KafkaBroker broker = KafkaBroker.start(data.resolve("kafka"))) {
      sql(server, "postgres", "create database catalog", "create database customer");
      sql(server, "postgres", "create database catalog2", "create database customer2");
      Map<String, String> kafka = new HashMap<>(stores(server, ""));
      kafka.put("ATTUNE_EVENTS_CHANNEL", "kafka");
      kafka.put("KAFKA_BOOTSTRAP_SERVERS", broker.address());
      PackagedGateway doomed = start("doomed", kafka);
      try (PackagedGateway other = start("other", kafka)) {
        through(doomed, other, requests, server, broker);
      } finally {
        doomed.close();
      }
      try (PackagedGateway direct = start("direct", stores(server, "2"))) {
        requests.forEach(request -> assertThat(post(direct, request).statusCode()).isEqualTo(200));
      }
      List<String> expected = rows(server, "customer2", EFFECTS);
      assertThat(expected).hasSizeGreaterThan(REQUESTS * EVENTS);
      assertThat(rows(server, "customer", EFFECTS)).isEqualTo(expected);
    }
  }

  private void through(
      PackagedGateway doomed,
      PackagedGateway other,
      List<String> requests,
      EmbeddedPostgres server,
      KafkaBroker broker)
      throws Exception {
    int third = REQUESTS / 3;
    send(requests.subList(0, third), doomed, other);
    awaitEvents(server, third);
    LOG.infof("From receipt to effect: %s", rows(server, "customer", DELAYS));
    garbage(broker);
    send(requests.subList(third, third + third / 2), doomed, other);
    doomed.close();
    send(requests.subList(third + third / 2, 2 * third), other);
    // What its sender is not sure of is sent again.
    send(requests.subList(third, third + third / 2), other);
    awaitEvents(server, 2 * third);
    sql(
        server,
        "postgres",
        "alter database customer allow_connections false",
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'customer'");
    send(requests.subList(2 * third, REQUESTS), other);
    sql(server, "postgres", "alter database customer allow_connections true");
    awaitEvents(server, REQUESTS);
    assertThat(rows(server, "customer", "select distinct code || ' ' || call from bad_event"))
        .containsExactly("INVALID_JSON topic");
    assertThat(rows(server, "customer", "select count(*)::text from bad_event"))
        .containsExactly("3");
  }

  private void send(List<String> requests, PackagedGateway... gateways) {
    for (int i = 0; i < requests.size(); i++) {
      Response answer = post(gateways[i % gateways.length], requests.get(i));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.jsonPath().getInt("accepted")).isEqualTo(EVENTS);
      assertThat(answer.asString()).doesNotContain("duplicates").doesNotContain("version");
    }
  }

  /** What is on the topic and was never written by a gateway. */
  private static void garbage(KafkaBroker broker) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new StringSerializer(),
            new StringSerializer())) {
      for (String header : List.of("", "{\"v\":99,\"sent\":{}}", "{\"v\":1,\"sent\":{}}")) {
        ProducerRecord<String, String> record =
            new ProducerRecord<>("attune-events", "visitor:g", "{\"type\":\"track\"");
        record.headers().add("attune", header.getBytes(StandardCharsets.UTF_8));
        producer.send(record);
      }
    }
  }

  private PackagedGateway start(String name, Map<String, String> environment) throws IOException {
    return PackagedGateway.start(data.resolve(name), "Listening on", environment);
  }

  private static Map<String, String> stores(EmbeddedPostgres server, String which) {
    String url = "postgresql://postgres:postgres@localhost:" + server.getPort() + "/";
    return Map.of(
        "ATTUNE_CATALOG_URL",
        url + "catalog" + which,
        "ATTUNE_CUSTOMER_URL",
        url + "customer" + which,
        "ATTUNE_DEMO_ENABLED",
        "false");
  }

  private static Response post(PackagedGateway to, String body) {
    return given()
        .port(to.port())
        .auth()
        .preemptive()
        .basic("sk-demo", "")
        .contentType("application/json")
        .body(body)
        .post("/v1/batch");
  }

  private String request(int number) {
    StringBuilder body = new StringBuilder("{\"batch\":[");
    for (int i = 0; i < EVENTS; i++) {
      body.append(i == 0 ? "" : ",").append(event(number * EVENTS + i));
    }
    return body.append("]}").toString();
  }

  /** A view, or an order; every third shopper is proven to be a customer now and then. */
  private String event(int number) {
    int shopper = random.nextInt(SHOPPERS);
    boolean proven = shopper % 3 == 0 && random.nextInt(4) == 0;
    Instant at = today.minusSeconds(random.nextInt(20 * 86_400));
    String what =
        random.nextInt(10) == 0
            ? "\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"o%d\",\"revenue\":9.5,\"currency\":\"USD\",\"products\":[{\"product_id\":\"p%d\",\"price\":9.5}]}"
                .formatted(number, random.nextInt(50))
            : "\"event\":\"Product Viewed\",\"properties\":{\"product_id\":\"p%d\"}"
                .formatted(random.nextInt(50));
    return "{\"type\":\"track\",\"messageId\":\"m%d\",\"anonymousId\":\"kafka-v%d\",%s\"timestamp\":\"%s\",%s}"
        .formatted(
            number, shopper, proven ? "\"userId\":\"kafka-c" + shopper / 2 + "\"," : "", at, what);
  }

  private static void awaitEvents(EmbeddedPostgres server, int requests) throws SQLException {
    Instant begun = Instant.now();
    String all = Integer.toString(requests * EVENTS);
    while (!rows(server, "customer", "select count(*)::text from event").equals(List.of(all))) {
      assertThat(Duration.between(begun, Instant.now()))
          .as(() -> all + " events; there are " + unchecked(server))
          .isLessThan(PATIENCE);
    }
    LOG.infof("%s events were folded after %s", all, Duration.between(begun, Instant.now()));
  }

  private static String unchecked(EmbeddedPostgres server) {
    try {
      return rows(server, "customer", "select count(*)::text from event").toString();
    } catch (SQLException failure) {
      return failure.getMessage();
    }
  }

  private static void sql(EmbeddedPostgres server, String database, String... statements)
      throws SQLException {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private static List<String> rows(EmbeddedPostgres server, String database, String query)
      throws SQLException {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(found.getString(1));
      }
      return rows;
    }
  }
}
