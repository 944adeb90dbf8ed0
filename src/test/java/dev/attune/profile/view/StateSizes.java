package dev.attune.profile.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.FoldCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Prints how many bytes a shopper's state takes: of made-up shoppers, and of those in a file of
 * Segment events, {@code events.ndjson.gz}, given as the only argument.
 */
final class StateSizes {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Map<String, Kind> KINDS =
      Map.of(
          "Product Viewed", Kind.VIEW,
          "Product Clicked", Kind.CLICK,
          "Product Added", Kind.CART_ADD,
          "Product Removed", Kind.CART_REMOVE,
          "Product Added to Wishlist", Kind.WISH,
          "Product List Viewed", Kind.CATEGORY_VIEW,
          "Products Searched", Kind.SEARCH);

  private StateSizes() {}

  public static void main(String[] arguments) throws IOException {
    ProfileView view = new ProfileView(Shop.settings(), new Subjects(Shop.catalog(1_000)));
    for (int events : new int[] {10, 100, 1_000}) {
      Fold fold = Busy.shopper(new Random(1), NOW, events);
      byte[] bytes = FoldCodec.encode(fold);
      int json = ProfileJson.encode(view.of(fold, 1, NOW)).length;
      System.out.printf("made up, %d events: state %d B, view %d B%n", events, bytes.length, json);
    }
    byte[] thousand = FoldCodec.encode(Busy.shopper(new Random(1), NOW, 1_000));
    byte[] hundred = FoldCodec.encode(Busy.shopper(new Random(1), NOW, 100));
    time("1,000 events: decode and merge", () -> merged(thousand));
    time("1,000 events: decode and view", () -> view.of(merged(thousand), 1, NOW));
    time("100 events: decode and view", () -> view.of(merged(hundred), 1, NOW));
    time("1,000 events: decode and encode", () -> FoldCodec.encode(FoldCodec.decode(thousand)));
    byte[] full = FoldCodec.encode(inventive(20_000));
    System.out.printf("made up, 20,000 subjects in as many events: state %d B%n", full.length);
    Fold known = inventive(1);
    time("20,000 subjects: one more event", () -> FoldCodec.add(full, known));
    for (long days : new long[] {1, 365, 40 * 365}) {
      for (int products : new int[] {2_000, 50_000}) {
        Fold busy = busy(100_000, days, products);
        int sessions = busy.sessions().size();
        byte[] state = FoldCodec.encode(busy);
        String what = "100,000 events in " + days + " days, of " + products + " products";
        System.out.printf(
            "%s: %d sessions, %d told apart, state %d B%n",
            what, sessions, FoldCodec.decode(state).sessions().size(), state.length);
        time(what + ": one more event", () -> FoldCodec.add(state, known));
      }
    }
    Fold change = new Fold();
    change.count(NOW, Stream.of(new Signal(Kind.VIEW, "made-up-for-this", 1)));
    time("20,000 subjects: one more event with a new one", () -> FoldCodec.add(full, change));
    if (arguments.length > 0) {
      print(sizes(Path.of(arguments[0])));
    }
  }

  /** Somebody who views nothing twice and nothing that exists, in 200 days. */
  private static Fold inventive(int events) {
    Fold fold = new Fold();
    for (int i = 0; i < events; i++) {
      Signal signal = new Signal(Kind.VIEW, "gid://attune/Product/made-up-" + i, 1);
      fold.count(NOW.minusSeconds(i * 864L), Stream.of(signal));
    }
    return fold;
  }

  /** Views of products and their categories at random times. */
  private static Fold busy(int events, long days, int products) {
    Random random = new Random(1);
    Fold fold = new Fold();
    for (int i = 0; i < events; i++) {
      int product = random.nextInt(products);
      Stream<Signal> signals =
          Stream.of(
              new Signal(Kind.VIEW, "gid://attune/Product/" + product, 1),
              new Signal(Kind.CATEGORY_VIEW, "category-" + product % 200, 1));
      fold.count(NOW.minusSeconds(random.nextLong(86_400L * days)), signals);
    }
    return fold;
  }

  private static Fold merged(byte[] state) {
    Fold whole = new Fold();
    FoldCodec.decode(state).sessions().forEach(whole::mergeCounted);
    return whole;
  }

  /** Processor time, which other processes on the machine leave alone. */
  private static void time(String what, Runnable work) {
    for (int i = 0; i < 3_000; i++) {
      work.run();
    }
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < 2_000; i++) {
      work.run();
    }
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    System.out.printf("%s: %.1f µs%n", what, spent / 2_000 / 1_000.0);
  }

  private static List<Integer> sizes(Path file) throws IOException {
    Map<String, Fold> folds = new HashMap<>();
    Set<String> seen = new HashSet<>();
    ObjectMapper mapper = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode event = mapper.readTree(line);
        if (seen.add(event.path("messageId").asText())) {
          String user = event.path("userId").asText("");
          String owner = user.isEmpty() ? "v:" + event.path("anonymousId").asText() : "c:" + user;
          folds
              .computeIfAbsent(owner, any -> new Fold())
              .count(Instant.parse(event.path("timestamp").asText()), signals(event).stream());
        }
      }
    }
    return folds.values().stream().map(fold -> FoldCodec.encode(fold).length).sorted().toList();
  }

  private static List<Signal> signals(JsonNode event) {
    JsonNode properties = event.path("properties");
    String name = event.path("event").asText();
    List<Signal> signals = new ArrayList<>();
    Kind kind = KINDS.get(name);
    String subject =
        properties
            .path("product_id")
            .asText(properties.path("query").asText(properties.path("category").asText()));
    if (kind != null && !subject.isBlank()) {
      signals.add(new Signal(kind, subject, Math.max(1, properties.path("quantity").asLong(1))));
    }
    if (name.equals("Order Completed")) {
      signals.add(new Signal(Kind.ORDER, properties.path("order_id").asText("?"), 1));
      properties
          .path("products")
          .forEach(
              line -> signals.add(new Signal(Kind.BUY, line.path("product_id").asText("?"), 1)));
    }
    return signals;
  }

  private static void print(List<Integer> sizes) {
    long sum = sizes.stream().mapToLong(Integer::longValue).sum();
    System.out.printf(
        "%d folds: mean %d B, median %d B, 99 %% %d B, largest %d B%n",
        sizes.size(),
        sum / sizes.size(),
        sizes.get(sizes.size() / 2),
        sizes.get(sizes.size() * 99 / 100),
        sizes.get(sizes.size() - 1));
  }
}
