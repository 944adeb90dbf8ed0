package dev.attune.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.events.Signal.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsJsonTest {
  @Test
  void readsWhatItWrote() {
    List<Signal> signals =
        List.of(new Signal(Kind.VIEW, "p\"1", 1), new Signal(Kind.SEARCH, "r\u00e4d", 7));
    assertThat(SignalsJson.read(SignalsJson.write(signals))).isEqualTo(signals);
  }

  @Test
  void leavesOutWhatOnlyALaterVersionKnows() {
    assertThat(SignalsJson.read("[[\"TOMORROW\",\"x\",2],[\"VIEW\",\"p1\",1]]"))
        .containsExactly(new Signal(Kind.VIEW, "p1", 1));
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatThrownBy(() -> SignalsJson.read("[[\"VIEW\","))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
