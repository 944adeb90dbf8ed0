package dev.attune.simulator;

import dev.attune.simulator.Simulator.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A bot that reads product after product, seconds apart, at any hour. */
record Crawler(Device device, SplittableRandom random) {
  private static final double CRAWLS_ON_A_DAY = 0.12;

  /** What it reads on the day that starts at {@code day}. */
  void live(Instant day, World world) {
    if (random.nextDouble() >= CRAWLS_ON_A_DAY) {
      return;
    }
    List<SimulatedProduct> all = world.shelf().all();
    int first = random.nextInt(all.size());
    int pages = random.nextInt(6, 18);
    Instant now = day.plusMillis(random.nextInt(86_000_000));
    for (int i = 0; i < pages; i++) {
      SimulatedProduct product = all.get((first + i) % all.size());
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("type", "track");
      fields.put("anonymousId", device.anonymousId());
      fields.put("context", device.context("/p/" + product.id()));
      fields.put("event", "Product Viewed");
      fields.put("properties", Shelf.described(product));
      world.outbox().send(now, fields);
      now = now.plusMillis(random.nextInt(400, 2_500));
    }
  }
}
