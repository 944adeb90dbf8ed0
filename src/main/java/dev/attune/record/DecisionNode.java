package dev.attune.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.platform.id.GlobalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a decision; what is missing or misshapen is an IllegalArgumentException. */
record DecisionNode(JsonNode json) {
  private static final Map<String, Feature> FEATURES = new HashMap<>();

  static {
    for (Feature feature : Feature.values()) {
      FEATURES.put(feature.name(), feature);
    }
  }

  RecordedDecision decision() {
    return new RecordedDecision(
        text("id"),
        optional("owner"),
        text("proof"),
        optional("placement"),
        Instant.parse(text("at")),
        Basis.valueOf(text("basis")),
        required("degraded").asBoolean(),
        each("reasons", DecisionNode::reason),
        each("answer", shown -> id(shown.json.asText())),
        new DecisionNode(required("versions")).versions(),
        new DecisionNode(required("question")).question(),
        trials(),
        explored(),
        json.has("setting") ? new DecisionNode(required("setting")).setting() : null);
  }

  private RecordedDecision.Setting setting() {
    return new RecordedDecision.Setting(
        text("traffic"),
        optional("category"),
        optional("product"),
        optional("query"),
        optional("device"),
        optional("country"),
        optional("campaign"));
  }

  /** Most have none. */
  private List<RecordedDecision.Trial> trials() {
    return json.has("trials") ? each("trials", DecisionNode::trial) : List.of();
  }

  private RecordedDecision.Trial trial() {
    return new RecordedDecision.Trial(
        text("experiment"),
        text("variant"),
        required("control").asBoolean(),
        required("crossed").asBoolean());
  }

  /** Most have none. */
  private RecordedDecision.@Nullable Explored explored() {
    JsonNode explored = json.path("explored");
    return explored.isObject()
        ? new RecordedDecision.Explored(
            explored.path("place").asInt(), explored.path("probability").asDouble())
        : null;
  }

  private Reason reason() {
    return new Reason(Reason.Code.valueOf(text("code")), optional("about"));
  }

  private Versions versions() {
    return new Versions(
        text("catalog"),
        text("merchandise"),
        text("models"),
        required("profile").asLong(),
        text("policy"));
  }

  private Question question() {
    Map<String, Double> tuning = new HashMap<>();
    required("tuning").properties().forEach(e -> tuning.put(e.getKey(), e.getValue().asDouble()));
    return new Question(
        text("slot"),
        required("first").asInt(),
        required("mayNameHistory").asBoolean(),
        tuning,
        text("seed"),
        each("candidates", DecisionNode::candidate),
        gated());
  }

  /** Older records have none. */
  private List<String> gated() {
    List<String> gated = new ArrayList<>();
    json.path("gated").forEach(one -> gated.add(one.asText()));
    return gated;
  }

  private Candidate candidate() {
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    required("features")
        .properties()
        .forEach(
            e -> {
              @Nullable Feature known = FEATURES.get(e.getKey());
              if (known != null) {
                features.put(known, e.getValue().asDouble());
              }
            });
    return new Candidate(
        id(text("subject")),
        text("source"),
        optional("group"),
        optional("brand"),
        optional("about"),
        Features.of(features),
        effects());
  }

  /** Older records have none. */
  private List<RuleEffect> effects() {
    List<RuleEffect> effects = new ArrayList<>();
    json.path("rules").forEach(one -> effects.add(new DecisionNode(one).effect()));
    return effects;
  }

  private RuleEffect effect() {
    return new RuleEffect(
        text("rule"),
        RuleEffect.Kind.valueOf(text("kind")),
        required("amount").asDouble(),
        optional("about"));
  }

  private static GlobalId id(String text) {
    return GlobalId.parse(text)
        .orElseThrow(() -> new IllegalArgumentException(text + " is no global id"));
  }

  private <T> List<T> each(String name, Function<DecisionNode, T> read) {
    List<T> items = new ArrayList<>();
    required(name).forEach(item -> items.add(read.apply(new DecisionNode(item))));
    return items;
  }

  private String text(String name) {
    return required(name).asText();
  }

  private @Nullable String optional(String name) {
    JsonNode node = json.get(name);
    return node == null || node.isNull() ? null : node.asText();
  }

  private JsonNode required(String name) {
    JsonNode node = json.get(name);
    if (node == null) {
      throw new IllegalArgumentException("A recorded decision has " + name);
    }
    return node;
  }
}
