package dev.attune.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T10:30:00Z",
        "2026-01-05T10:30:00.1Z",
        "2026-01-05T10:30:00.123456789Z",
        "2024-02-29T23:59:59.999Z",
        "1969-12-31T23:59:59.500Z",
        "2026-01-05T10:30:00+02:00",
        "2026-01-05T24:00:00Z",
        "2016-12-31T23:59:59Z"
      })
  void readsWhatTheFormatterReadsAsTheFormatterDoes(String text) {
    assertThat(IsoTimes.instant(text)).isEqualTo(Instant.parse(text));
  }

  @Test
  void refusesWhatIsNoTime() {
    for (String text :
        new String[] {
          "",
          "Z",
          "soon",
          "2026-02-30T10:30:00Z",
          "2026-01-05T25:30:00Z",
          "2026-01-05 10:30:00Z",
          "2026-01-0xT10:30:00Z",
          "2026-01-05T10:30:00.1234567890Z"
        }) {
      assertThatThrownBy(() -> IsoTimes.instant(text)).isInstanceOf(DateTimeException.class);
    }
  }
}
