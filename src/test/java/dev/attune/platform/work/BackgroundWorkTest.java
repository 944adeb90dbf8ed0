package dev.attune.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {
  private final Deque<Runnable> begun = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final BackgroundWork work = new BackgroundWork(begun::add);

  @Test
  void doesOnePieceOfPatientWorkAtATimeInTheOrderOfAsking() {
    work.patient(() -> done.add("models"));
    work.patient(() -> done.add("health"));
    assertThat(begun).hasSize(1);
    begun.remove().run();
    assertThat(begun).hasSize(1);
    begun.remove().run();
    assertThat(done).containsExactly("models", "health");
    assertThat(begun).isEmpty();
  }

  @Test
  void letsPatientWorkWaitForAllThatIsUrgent() {
    work.urgent(() -> done.add("index"));
    work.patient(() -> done.add("models"));
    work.urgent(() -> done.add("index of a market"));
    assertThat(begun).hasSize(2);
    begun.remove().run();
    assertThat(begun).hasSize(1);
    begun.remove().run();
    begun.remove().run();
    assertThat(done).containsExactly("index", "index of a market", "models");
  }

  @Test
  void beginsUrgentWorkBesideAPatientOne() {
    work.patient(() -> work.urgent(() -> done.add("index")));
    begun.remove().run();
    assertThat(begun).hasSize(1);
  }

  @Test
  void goesOnAfterWorkThatFailed() {
    work.patient(
        () -> {
          throw new IllegalStateException("no database");
        });
    work.patient(() -> done.add("health"));
    assertThatThrownBy(() -> begun.remove().run()).hasMessage("no database");
    begun.remove().run();
    assertThat(done).containsExactly("health");
  }
}
