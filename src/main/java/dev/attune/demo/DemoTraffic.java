package dev.attune.demo;

import dev.attune.events.Received;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.SegmentReader;
import dev.attune.events.segment.Sender;
import dev.attune.identity.request.Bots;
import dev.attune.ingest.HistoryImported;
import dev.attune.ingest.Ingest;
import dev.attune.simulator.SimulatedEvent;
import dev.attune.simulator.SimulatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Sends the demo shop's simulated traffic the way of a history; again changes nothing. */
@ApplicationScoped
class DemoTraffic {
  private static final int BATCH = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Ingest ingest;
  private final Event<HistoryImported> imported;
  private final SegmentReader reader;

  DemoTraffic(Ingest ingest, Event<HistoryImported> imported, Bots bots) {
    this.ingest = ingest;
    this.imported = imported;
    this.reader = new SegmentReader(bots::match);
  }

  /** Returns how many events were new, once they are durable and folded. Blocks. */
  long load(SimulatorSettings settings) {
    long stored = 0;
    List<Received> batch = new ArrayList<>(BATCH);
    Iterator<SimulatedEvent> events = DemoShop.simulator(settings).events().iterator();
    while (events.hasNext()) {
      batch.add(parsed(events.next()));
      if (batch.size() == BATCH || !events.hasNext()) {
        stored += ingest.accept(List.copyOf(batch)).await().atMost(PATIENCE).accepted();
        batch.clear();
      }
    }
    HistoryImported event = new HistoryImported(stored);
    imported.fire(event);
    imported.fireAsync(event);
    return stored;
  }

  private Received parsed(SimulatedEvent event) {
    Arrival arrival = Arrival.history(event.receivedAt());
    Parsed parsed = reader.read(DemoResources.parsed(event.json()), Sender.server(), arrival);
    if (parsed instanceof Parsed.Valid valid) {
      return valid.event();
    }
    throw new IllegalStateException("The simulator sent what is no event: " + parsed);
  }
}
