package dev.attune.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FoldSpliceTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final List<Kind> KINDS = List.of(Kind.VIEW, Kind.SEARCH, Kind.BUY);
  private static final int SEEDS = 500;

  @Test
  void textsOfAllKindsComeInBetweenThoseThatAreThere() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      String[] texts = new String[1 + random.nextInt(seed % 2 == 0 ? 3 : 40)];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = text(random);
      }
      int seconds = random.nextBoolean() ? 2_000_000 : 20_000;
      byte[] state = {};
      for (int step = 0; step < 30; step++) {
        Fold change = change(random, texts, seconds);
        Fold whole = FoldCodec.decode(state);
        whole.merge(change);
        byte[] spliced = FoldCodec.add(state, change);
        assertThat(spliced).as("seed %d, step %d", seed, step).isEqualTo(FoldCodec.encode(whole));
        state = spliced;
      }
    }
  }

  @Test
  void aTextThatBeginsLikeTheUuidBeforeItIsWrittenWhole() {
    String uuid = new UUID(1, 2).toString();
    Fold whole = new Fold();
    whole.count(NOON, List.of(new Signal(Kind.VIEW, uuid, 1)).stream());
    byte[] state = FoldCodec.encode(whole);
    Fold change = new Fold();
    change.count(NOON, List.of(new Signal(Kind.VIEW, uuid + "x", 1)).stream());
    whole.merge(change);
    assertThat(FoldCodec.add(state, change)).isEqualTo(FoldCodec.encode(whole));
  }

  private static Fold change(Random random, String[] texts, int seconds) {
    Fold change = new Fold();
    for (int events = 1 + random.nextInt(3); events > 0; events--) {
      Instant at = NOON.plusSeconds(random.nextInt(seconds));
      String text = texts[random.nextInt(texts.length)];
      if (random.nextInt(5) == 0) {
        change.witness(at, "customer:" + text);
      } else {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        Signal other = new Signal(kind, texts[random.nextInt(texts.length)], 1);
        change.count(at, List.of(new Signal(kind, text, 300), other).stream());
      }
    }
    return change;
  }

  /** UUIDs, long shared beginnings, and letters whose order as bytes is another than as text. */
  private static String text(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new UUID(random.nextInt(3), random.nextInt(3)) + (random.nextBoolean() ? "" : "x");
      case 1 -> "p" + random.nextInt(300);
      case 2 -> "\u00e9" + (char) (0xE000 + random.nextInt(3)) + random.nextInt(9);
      case 3 -> Character.toString(0x1F600 + random.nextInt(4)) + random.nextInt(5);
      case 4 -> "a/shared/beginning/" + "x".repeat(random.nextInt(170)) + random.nextInt(9);
      default -> "" + (char) ('a' + random.nextInt(3)) + "\u00fc".repeat(random.nextInt(3));
    };
  }
}
