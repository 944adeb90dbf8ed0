package dev.attune.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-05T10:30:00.250Z|2026-01-05T10:30:00.250Z",
        "2026-01-05T10:30Z|2026-01-05T10:30:00Z",
        "2026-01-05T10:30:00+02:00|2026-01-05T08:30:00Z",
        "2026-01-05T10:30:00+0100|2026-01-05T09:30:00Z",
        "2026-01-05T10:30:00.5-05|2026-01-05T15:30:00.500Z",
        "2026-01-05 10:30:00 +0100|2026-01-05T09:30:00Z",
        "2026-01-05 10:30:00.123456+00:00|2026-01-05T10:30:00.123456Z",
        "2026-01-05 10:30:00 UTC|2026-01-05T10:30:00Z",
        "2026-11-01|2026-11-01T00:00:00Z",
        "1767609000|2026-01-05T10:30:00Z",
        "1767609000.25|2026-01-05T10:30:00.250Z",
        "1767609000250|2026-01-05T10:30:00.250Z",
        "631152000|1990-01-01T00:00:00Z",
        "631152000000|1990-01-01T00:00:00Z"
      })
  void readsWhatMeansOneInstantOnly(String text, Instant instant) {
    assertThat(ClientTimes.instant(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-01-05T10:30:00",
        "2026-01-05 10:30",
        "05.01.2026",
        "01/05/2026",
        "2026-02-30",
        "2026-02-30T10:30:00+0100",
        "2026-01-05T10:30:00+2500",
        "20260105",
        "20260105103000",
        "17676090000",
        "1.7E9",
        "-1767609000"
      })
  void refusesWhatMayMeanSeveral(String text) {
    assertThatThrownBy(() -> ClientTimes.instant(text)).isInstanceOf(DateTimeException.class);
  }
}
