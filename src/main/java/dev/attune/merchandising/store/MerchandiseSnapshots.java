package dev.attune.merchandising.store;

import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.Merchandising;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Merchandise in memory, at the version of the store: there before the first request. */
@ApplicationScoped
public class MerchandiseSnapshots implements Merchandising {
  private static final Duration START = Duration.ofSeconds(60);

  private final PgMerchandise store;
  private final PgAnnouncements announcements;
  private volatile Merchandise current = Merchandise.EMPTY;

  @Inject
  MerchandiseSnapshots(PgMerchandise store, PgAnnouncements announcements) {
    this.store = store;
    this.announcements = announcements;
  }

  @Override
  public Merchandise current() {
    return current;
  }

  /** Reads the store again; what is newer than it stays. */
  Uni<Void> refresh() {
    return store.read().invoke(this::replace).replaceWithVoid();
  }

  void start(@Observes @Priority(100) StartupEvent start) {
    announcements.follow(this::hear).await().atMost(START);
    refresh().await().atMost(START);
  }

  void stop(@Observes ShutdownEvent stop) {
    announcements.close();
  }

  /** Hears a version that was written somewhere, or that announcements may have been missed. */
  private Uni<Void> hear(long version) {
    return version <= number(current) ? Uni.createFrom().voidItem() : refresh();
  }

  private synchronized void replace(Merchandise read) {
    if (number(read) > number(current)) {
      current = read.after(current);
    }
  }

  private static long number(Merchandise merchandise) {
    return Long.parseLong(merchandise.version());
  }
}
