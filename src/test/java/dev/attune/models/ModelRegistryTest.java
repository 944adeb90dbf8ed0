package dev.attune.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.EventLog;
import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.models.registry.Serving;
import dev.attune.models.registry.ShippedModels;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Log log = new Log();
  private CatalogSnapshot catalog =
      new SampleCatalog().product("bag", "Bag").in("Bags").add().snapshot("1");
  private final ModelRegistry registry =
      new ModelRegistry(
          () -> catalog,
          log,
          new MemoryVersions(),
          ShippedModels.NONE,
          Clock.fixed(NOW, ZoneOffset.UTC),
          new Serving(ready -> {}),
          waiting::add);

  @Test
  void coalescesWhatIsAskedWhileATrainingWaitsOrRuns() {
    registry.retrain("one");
    registry.retrain("two");
    assertThat(waiting).hasSize(1);
    log.whileReading = () -> registry.retrain("three");
    waiting.remove().run();
    assertThat(waiting).isEmpty();
    assertThat(log.reads).isEqualTo(2);
  }

  @Test
  void looksForNewEventsAndAnotherCatalogAndTrainsOnlyThen() {
    log.events.add(new LoggedEvent("a", NOW, List.of(new Signal(Signal.Kind.VIEW, "bag", 1))));
    registry.retrainWhenChanged();
    waiting.remove().run();
    assertThat(registry.current().popularity().top(1)).hasSize(1);
    registry.retrainWhenChanged();
    assertThat(waiting).isEmpty();
    catalog = new CatalogSnapshot("2", catalog.products(), catalog.categories());
    registry.retrainWhenChanged();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void trainsAgainAfterATrainingThatFailed() {
    log.whileReading =
        () -> {
          throw new IllegalStateException("no database");
        };
    registry.retrain("fails");
    assertThatThrownBy(() -> waiting.remove().run()).hasMessage("no database");
    log.whileReading = () -> {};
    registry.retrain("works");
    waiting.remove().run();
    assertThat(registry.current().report().trainedAt()).isEqualTo(NOW);
  }

  private static final class Log implements EventLog {
    private final List<LoggedEvent> events = new ArrayList<>();
    private Runnable whileReading = () -> {};
    private int reads;

    @Override
    public void read(Instant since, Received received, Consumer<LoggedEvent> to) {
      reads++;
      Runnable once = whileReading;
      whileReading = () -> {};
      once.run();
      events.forEach(to);
    }

    @Override
    public long state() {
      return events.size() + 3; // staff and bots, which are not handed over
    }
  }
}
