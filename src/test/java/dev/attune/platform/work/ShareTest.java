package dev.attune.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShareTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 50);
  private final Share share = new Share(now::get);

  @Test
  void restsNineteenTimesAsLongAsItWorked() {
    assertThat(share.isDue()).isTrue();
    share.spend(() -> now.addAndGet(10));
    now.addAndGet(189);
    assertThat(share.isDue()).isFalse();
    now.addAndGet(1);
    assertThat(share.isDue()).isTrue();
  }

  @Test
  void restsWithinTheWorkAreRest() {
    share.spend(
        () -> {
          now.addAndGet(30);
          share.rested(20);
        });
    now.addAndGet(190 - 20 - 1);
    assertThat(share.isDue()).isFalse();
    now.addAndGet(1);
    assertThat(share.isDue()).isTrue();
    share.spend(() -> now.addAndGet(1));
    now.addAndGet(18);
    assertThat(share.isDue()).isFalse();
  }

  @Test
  void restsAfterWorkThatFailed() {
    assertThatThrownBy(
            () ->
                share.spend(
                    () -> {
                      now.addAndGet(10);
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");
    assertThat(share.isDue()).isFalse();
  }
}
