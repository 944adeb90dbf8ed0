package dev.attune.record.past;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Basis;
import dev.attune.record.Candidate;
import dev.attune.record.DecisionJson;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision;
import dev.attune.record.RuleEffect;
import dev.attune.record.Versions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PastDecisionTest {
  private static final RuleEffect BOOSTED =
      new RuleEffect("clear \"lamps\"", RuleEffect.Kind.BOOST, 2, null);

  private static RecordedDecision of(List<RuleEffect> effects, String... products) {
    List<Candidate> candidates =
        Stream.of(products)
            .map(
                id ->
                    new Candidate(
                        new GlobalId(NodeType.PRODUCT, id),
                        "pool {\"subject\":\"" + id,
                        null,
                        null,
                        null,
                        Features.none().with(Feature.TREND, .5),
                        effects))
            .toList();
    return new RecordedDecision(
        "d",
        "visitor:v",
        "ANONYMOUS",
        null,
        Instant.parse("2026-03-01T12:00:00Z"),
        Basis.POPULAR,
        false,
        List.of(),
        List.of(),
        new Versions("1", "1", "1", 0, "1"),
        new Question("hero", 1, true, Map.of(), "s", candidates));
  }

  private static PastDecision past(RecordedDecision decision) {
    return new PastDecision("visitor:v", DecisionJson.pack(decision), List.of());
  }

  /** As it was packed before records said which rules acted. */
  private static PastDecision older(RecordedDecision decision) throws IOException {
    String json = new String(DecisionJson.inflate(DecisionJson.pack(decision)), UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(json.replaceFirst("\"acting\":\\[[^]]*\\],", "").getBytes(UTF_8));
    }
    return new PastDecision("visitor:v", packed.toByteArray(), List.of());
  }

  @Test
  void tellsWhatTheCandidatesWereWithoutReadingThem() {
    for (String odd : List.of("c", "c\"d", "\\", "ü€", "{\"subject\":\"gid://attune/Product/x\"")) {
      assertThat(past(of(List.of(), "a", odd, "b")).subjects())
          .extracting(GlobalId::local)
          .containsExactly("a", odd, "b");
    }
    assertThat(past(of(List.of())).subjects()).isEmpty();
  }

  @Test
  void tellsWhichRulesActedAlsoInRecordsThatDoNotSaySo() throws IOException {
    RecordedDecision touched = of(List.of(BOOSTED), "a", "b");
    for (PastDecision past : List.of(past(touched), older(touched))) {
      assertThat(past.actedOn(BOOSTED.rule())).isTrue();
      assertThat(past.actedOn("lamps")).isFalse();
    }
    assertThat(older(of(List.of(), "a")).actedOn(BOOSTED.rule())).isFalse();
    assertThat(older(touched).decision()).usingRecursiveComparison().isEqualTo(touched);
  }
}
