package dev.attune.ingest;

import dev.attune.events.Received;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands in for the store of events: knows which it has seen. */
@DefaultBean
@ApplicationScoped
public class RecordingIngest implements Ingest {
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final AtomicLong version = new AtomicLong();

  @Override
  public Uni<Receipt> accept(List<Received> events) {
    int accepted = 0;
    for (Received event : events) {
      accepted += seen.add(event.origin().key() + "/" + event.messageId()) ? 1 : 0;
    }
    int duplicates = events.size() - accepted;
    return Uni.createFrom()
        .item(new Receipt(accepted, duplicates, version.incrementAndGet(), List.of()));
  }
}
