package dev.attune.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** What was sent and has not arrived: adds delay, repetition and the envelope's own fields. */
final class Outbox {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LATEST = Duration.ofHours(36);

  private final SimulatorSettings settings;
  private final SplittableRandom random;
  private final PriorityQueue<Delivery> underway =
      new PriorityQueue<>(Comparator.comparing(Delivery::at).thenComparing(Delivery::number));
  private long count;

  Outbox(SimulatorSettings settings, SplittableRandom random) {
    this.settings = settings;
    this.random = random;
  }

  /**
   * Sends one item, unless it happens outside the settings' time.
   *
   * @param fields the item without {@code messageId}, {@code timestamp} and {@code sentAt}; null
   *     values are left out
   */
  void send(Instant at, Map<String, Object> fields) {
    if (at.isBefore(settings.from()) || !at.isBefore(settings.until())) {
      return;
    }
    boolean late = random.nextDouble() < settings.lateShare();
    long delay = late ? random.nextLong(60_000, LATEST.toMillis()) : random.nextLong(20, 2_500);
    Instant sentAt = at.plusMillis(delay);
    Map<String, Object> item = new LinkedHashMap<>(fields);
    item.put("messageId", messageId());
    item.put("timestamp", at.toString());
    item.put("sentAt", sentAt.toString());
    String json = written(item);
    Instant receivedAt = sentAt.plusMillis(random.nextLong(5, 300));
    underway.add(new Delivery(receivedAt, count++, json));
    if (random.nextDouble() < settings.duplicateShare()) {
      Instant again = receivedAt.plusMillis(random.nextLong(500, 600_000));
      underway.add(new Delivery(again, count++, json));
    }
  }

  /** Takes out what arrives before an instant, in order of arrival. */
  List<SimulatedEvent> arrivedBefore(Instant end) {
    List<SimulatedEvent> arrived = new ArrayList<>();
    while (!underway.isEmpty() && underway.peek().at().isBefore(end)) {
      Delivery next = underway.remove();
      arrived.add(new SimulatedEvent(next.at(), next.json()));
    }
    return arrived;
  }

  private String messageId() {
    return String.format("%016x%016x", random.nextLong(), random.nextLong());
  }

  private static String written(Map<String, Object> item) {
    try {
      return JSON.writeValueAsString(item);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Delivery(Instant at, long number, String json) {}
}
