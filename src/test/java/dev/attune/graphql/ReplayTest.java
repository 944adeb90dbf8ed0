package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.decision.Replay;
import dev.attune.decision.Slot;
import dev.attune.decision.slot.Slots;
import dev.attune.models.ModelRegistry;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.DecisionLog;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A busy run's decisions, asked again after everything they rested on has moved on. */
@QuarkusTest
class ReplayTest {
  private static final String HOME =
      """
      { home { hero { decision { id } } categoryOrder { decision { id } }
        rails(first: 6) { decision { id } items { product { badges { decision { id } } } } } offers { decision { id } }
        collections { products { decision { id } nodes { id } } } }
        category(handle: "rpteas") { products { decision { id } } }
        search(query: "thing") { decision { id } }
        cart { recommendations { decision { id } } } }
      """;

  @Inject DecisionLog log;
  @Inject ModelRegistry models;

  @Test
  void aThousandDecisionsAreDecidedAgainTheSame() {
    TestShop shop = new TestShop();
    for (int i = 0; i < 40; i++) {
      shop.product("rp-" + i, i % 3 == 0 ? "Rpteas" : "Rpcups", i % 4 == 0 ? "Leafy" : "Kiln");
    }
    shop.open();
    Set<String> ids = new LinkedHashSet<>();
    for (int visitor = 0; ids.size() < 1_000; visitor++) {
      GraphQl asker = GraphQl.visitor("rp-visitor-" + visitor % 25);
      asker.views(product(visitor * 7 % 40), product(visitor * 3 % 40));
      ids.addAll(decisions(asker.ask(HOME)));
    }

    new TestShop().product("rp-1", "Rpcups", "Leafy").product("rp-new", "Rpteas", "Kiln").open();
    GraphQl.visitor("rp-visitor-other").views(product(5), product(6), product(7));
    models.train();

    int altered = 0;
    for (String id : ids) {
      RecordedDecision decision = found(id);
      Slot slot = Slots.named(decision.question().slot()).orElseThrow();
      assertThat(Replay.of(slot, decision).differences()).as(decision.toString()).isEmpty();
      Optional<RecordedDecision> other = liftingTheLast(decision);
      other.ifPresent(
          changed -> assertThat(Replay.of(slot, changed).same()).as(decision.toString()).isFalse());
      altered += other.isPresent() ? 1 : 0;
    }
    assertThat(altered).isGreaterThan(300);
  }

  private static String product(int number) {
    return new GlobalId(NodeType.PRODUCT, "rp-" + number).toString();
  }

  private static List<String> decisions(JsonPath page) {
    assertThat((Object) page.get("errors")).isNull();
    List<String> ids = new ArrayList<>();
    collect(page.get("data"), ids);
    return ids;
  }

  private static void collect(Object node, List<String> ids) {
    if (node instanceof Map<?, ?> map) {
      map.values().forEach(value -> collect(value, ids));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> collect(value, ids));
    } else if (node instanceof String text && text.startsWith("gid://attune/Decision/")) {
      ids.add(text);
    }
  }

  private RecordedDecision found(String id) {
    String local = GlobalId.local(NodeType.DECISION, id).orElseThrow();
    return log.find(local).await().indefinitely().orElseThrow();
  }

  /**
   * The same with one recorded feature altered, so that the last of the answer has to come first.
   */
  private static Optional<RecordedDecision> liftingTheLast(RecordedDecision decision) {
    Question asked = decision.question();
    Optional<Feature> weighed =
        Stream.of(Feature.values())
            .filter(feature -> asked.tuning().getOrDefault(feature.name(), 0.0) > 0)
            .filter(feature -> feature != Feature.FOR_SALE)
            .findFirst();
    if (decision.answer().size() < 2 || weighed.isEmpty()) {
      return Optional.empty();
    }
    GlobalId last = decision.answer().get(decision.answer().size() - 1);
    List<Candidate> candidates =
        asked.candidates().stream()
            .map(one -> one.subject().equals(last) ? lifted(one, weighed.get()) : one)
            .toList();
    Question changed =
        new Question(
            asked.slot(),
            asked.first(),
            asked.mayNameHistory(),
            asked.tuning(),
            asked.seed(),
            candidates);
    return Optional.of(
        new RecordedDecision(
            decision.id(),
            decision.owner(),
            decision.proof(),
            decision.placement(),
            decision.at(),
            decision.basis(),
            decision.degraded(),
            decision.reasons(),
            decision.answer(),
            decision.versions(),
            changed));
  }

  private static Candidate lifted(Candidate candidate, Feature feature) {
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    features.putAll(candidate.features().known());
    features.put(feature, 1_000.0);
    return candidate.with(Features.of(features));
  }
}
