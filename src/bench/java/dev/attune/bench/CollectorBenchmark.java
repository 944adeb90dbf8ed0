package dev.attune.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.DoubleStream;

/**
 * Sends batches of 100 events to {@code /v1/batch} of a fresh gateway: as fast as it acknowledges
 * them, then at half that rate for the times of acknowledgement. Compared with prebuilt upserts of
 * the same effect, in the same run.
 */
public final class CollectorBenchmark {
  private static final int EVENTS = 100;

  /** Until the Java process has compiled what it runs; before it is up to twice as slow. */
  private static final int WARM_UP = 1_500;

  private static final int CONNECTIONS = 16;

  /** Enough that a request at half load never waits for a connection. */
  private static final int PATIENT_CONNECTIONS = 48;

  private static final int SHOPPERS = 5_000;

  /** As many as have an event every twenty seconds; the few above would soon have hundreds each. */
  private static final int MANY_SHOPPERS = 100_000;

  private static final int PRODUCTS = 2_000;
  private static final double GOAL_PER_SECOND = 10_000;
  private static final double LATE_MILLIS = 100;
  private static final long SEED = 4;

  private final Gateway gateway;
  private final BatchSender sender;
  private final Random random;
  private int shoppers = SHOPPERS;

  private CollectorBenchmark(Gateway gateway, long seed) {
    this.gateway = gateway;
    this.random = new Random(seed);
    String key = gateway.secretKey() + ":";
    this.sender =
        new BatchSender(
            URI.create(gateway.address()),
            "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)),
            "\"accepted\":" + EVENTS + ",");
  }

  /**
   * @param args the path of {@code quarkus-run.jar}, the directory to work in, how many requests,
   *     2,000 unless said, for how many minutes after that to watch the heap at half the rate that
   *     is the goal, and {@code again} to do only the latter, with the store of an earlier run
   */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path work = Path.of(args[1]);
    Files.createDirectories(work);
    int requests = args.length > 2 ? Integer.parseInt(args[2]) : 2_000;
    boolean again = args.length > 4 && args[4].equals("again");
    try (Gateway gateway = again ? left(args[0], work) : Gateway.start(Path.of(args[0]), work)) {
      // What an earlier run sent is known by its message ids.
      CollectorBenchmark benchmark =
          new CollectorBenchmark(gateway, again ? System.nanoTime() : SEED);
      if (again) {
        benchmark.sender.send(benchmark.requests(WARM_UP), CONNECTIONS, 0);
      } else {
        gateway.settle();
        benchmark.run(requests);
      }
      if (args.length > 3) {
        benchmark.watchHeap(Integer.parseInt(args[3]));
      }
    }
  }

  private static Gateway left(String jar, Path work) throws IOException, InterruptedException {
    return Gateway.again(Path.of(jar), work, "512m");
  }

  private void run(int requests) throws IOException, InterruptedException, SQLException {
    sender.send(requests(WARM_UP), CONNECTIONS, 0);
    List<byte[]> bodies = requests(requests);
    ProcessorTime all = gateway.processors();
    ProcessorTime database = gateway.databaseProcessors();
    double before = all.seconds();
    double beforeDatabase = database.seconds();
    long start = System.nanoTime();
    sender.send(bodies, CONNECTIONS, 0);
    double seconds = Step.secondsSince(start);
    double rate = requests * EVENTS / seconds;
    double worked = all.seconds() - before;
    double databaseWorked = database.seconds() - beforeDatabase;
    System.out.printf("collector: %.0f events/s (goal %.0f)%n", rate, GOAL_PER_SECOND);
    System.out.printf(
        "processors, µs an event: gateway %.0f, PostgreSQL %.0f%n",
        (worked - databaseWorked) * 1e6 / requests / EVENTS,
        databaseWorked * 1e6 / requests / EVENTS);
    double perSecond = rate / 2 / EVENTS;
    List<byte[]> calmer = requests(requests / 2);
    Instant began = Instant.now();
    double[] millis = sender.send(calmer, PATIENT_CONNECTIONS, perSecond);
    stalls(began, millis, perSecond);
    Arrays.sort(millis);
    System.out.printf(
        "acknowledged at half that rate: p50 %.0f ms, p99 %.0f ms%n",
        millis[millis.length / 2], millis[millis.length * 99 / 100]);
    System.out.printf("gateway peak: heap %d MiB%n", gateway.peakHeapBytes() >> 20);
    gateway.settle();
    try (Connection customer = gateway.database("customer")) {
      double beforeLimit = database.seconds();
      Step limit = new EventLimit(customer).measure();
      System.out.printf(
          "limit: %.0f events/s; the collector reaches %.2f of it; PostgreSQL worked %.1f s%n",
          limit.perSecond(), rate / limit.perSecond(), database.seconds() - beforeLimit);
    }
  }

  /** Prints for each minute what stays on the heap. */
  private void watchHeap(int minutes) {
    double perSecond = GOAL_PER_SECOND / 2 / EVENTS;
    shoppers = MANY_SHOPPERS;
    for (int minute = 1; minute <= minutes; minute++) {
      gateway.takeLeastHeapBytes();
      double[] all = {};
      for (int part = 0; part < 3; part++) {
        List<byte[]> bodies = requests((int) (20 * perSecond));
        Instant began = Instant.now();
        double[] millis = sender.send(bodies, PATIENT_CONNECTIONS, perSecond);
        stalls(began, millis, perSecond);
        all = DoubleStream.concat(Arrays.stream(all), Arrays.stream(millis)).toArray();
      }
      Arrays.sort(all);
      System.out.printf(
          "minute %d at %.0f events/s: least heap %d MiB; p99 %.0f ms%n",
          minute,
          perSecond * EVENTS,
          gateway.takeLeastHeapBytes() >> 20,
          all[all.length * 99 / 100]);
    }
  }

  /** When acknowledgements were late: to be looked for in the logs of gateway and PostgreSQL. */
  private static void stalls(Instant began, double[] millis, double perSecond) {
    long until = -1;
    for (int n = 0; n < millis.length; n++) {
      long due = (long) (n * 1_000 / perSecond);
      if (millis[n] > LATE_MILLIS && due > until) {
        System.out.printf("late from %s: %.0f ms%n", began.plusMillis(due), millis[n]);
        until = due + (long) millis[n];
      }
    }
  }

  private List<byte[]> requests(int count) {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder body = new StringBuilder("{\"batch\":[");
      for (int event = 0; event < EVENTS; event++) {
        body.append(event == 0 ? "" : ",").append(event());
      }
      requests.add(sender.request(body.append("]}").toString()));
    }
    // A pause of the sender while it sends would count as the gateway's.
    System.gc();
    return requests;
  }

  /** A view; every third shopper is signed in. */
  private String event() {
    int shopper = random.nextInt(shoppers);
    String user = shopper % 3 == 0 ? "\"userId\":\"c" + shopper + "\"," : "";
    Instant at = Instant.now().minusSeconds(random.nextInt(30 * 86_400));
    return """
    {"type":"track","messageId":"%s","anonymousId":"v%d",%s"event":"Product Viewed",\
    "timestamp":"%s","context":{"library":{"name":"bench"},"locale":"en-US","page":\
    {"url":"https://shop.example/p/%d?a=b"}},"properties":{"product_id":"p%d","price":24.99,\
    "currency":"USD"}}\
    """
        .formatted(messageId(), shopper, user, at, shopper, random.nextInt(PRODUCTS));
  }

  /** As Segment's browser library makes them: the time, so that new ones are near each other. */
  private String messageId() {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    return "ajs-next-" + System.currentTimeMillis() + "-" + id;
  }
}
