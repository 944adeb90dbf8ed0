package dev.attune.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.platform.id.GlobalId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a decision; what is missing or misshapen is an IllegalArgumentException. Names
 * that only later versions know, whose replicas may run beside this one, are left out. Candidates,
 * which are nearly all of it, are read as they stream by and the rest as a tree: of 300 candidates
 * that takes half the time of a tree of everything.
 */
record DecisionNode(JsonNode json, List<Candidate> candidates) {
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build());
  private static final String QUESTION = "question";
  private static final String CANDIDATES = "candidates";
  private static final Map<String, Feature> FEATURES = byName(Feature.values());
  private static final Map<String, Reason.Code> CODES = byName(Reason.Code.values());
  private static final Map<String, RuleEffect.Kind> EFFECTS = byName(RuleEffect.Kind.values());

  private DecisionNode(JsonNode json) {
    this(json, List.of());
  }

  private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(Enum::name, one -> one));
  }

  /** Reads UTF-8 JSON. */
  static RecordedDecision read(byte[] json) throws IOException {
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      ObjectNode rest = JSON.createObjectNode();
      List<Candidate> candidates = new ArrayList<>();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        boolean question = name.equals(QUESTION) && value == JsonToken.START_OBJECT;
        rest.set(name, question ? question(in, candidates) : in.<JsonNode>readValueAsTree());
      }
      return new DecisionNode(rest, candidates).decision();
    }
  }

  /** Reads as far as the candidates. */
  static DecisionJson.Head head(InputStream json) throws IOException {
    try (JsonParser in = JSON.createParser(json)) {
      ObjectNode rest = JSON.createObjectNode();
      read(in, QUESTION, rest);
      ObjectNode question = rest.putObject(QUESTION);
      read(in, CANDIDATES, question);
      question.putArray(CANDIDATES);
      DecisionNode head = new DecisionNode(rest);
      return new DecisionJson.Head(head.decision(), head.acting());
    }
  }

  /** Reads the object that comes next as far as a field. */
  private static void read(JsonParser in, String end, ObjectNode into) throws IOException {
    in.nextToken();
    while (in.nextToken() == JsonToken.FIELD_NAME && !in.currentName().equals(end)) {
      String name = in.currentName();
      in.nextToken();
      into.set(name, in.<JsonNode>readValueAsTree());
    }
  }

  private @Nullable Set<String> acting() {
    Set<String> rules = new HashSet<>();
    json.path("acting").forEach(rule -> rules.add(rule.asText()));
    return json.has("acting") ? rules : null;
  }

  /** All of a question but its candidates, which are added to those. */
  private static ObjectNode question(JsonParser in, List<Candidate> candidates) throws IOException {
    ObjectNode rest = JSON.createObjectNode();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      if (in.nextToken() == JsonToken.START_ARRAY && name.equals(CANDIDATES)) {
        rest.putArray(name);
        Features.Sheet sheet = new Features.Sheet();
        while (in.nextToken() == JsonToken.START_OBJECT) {
          candidate(in, sheet).ifPresent(candidates::add);
        }
      } else {
        rest.set(name, in.<JsonNode>readValueAsTree());
      }
    }
    return rest;
  }

  /** Nothing for a thing of a type that is not known here. */
  private static Optional<Candidate> candidate(JsonParser in, Features.Sheet sheet)
      throws IOException {
    @Nullable String subject = null;
    @Nullable String source = null;
    @Nullable String group = null;
    @Nullable String brand = null;
    @Nullable String about = null;
    @Nullable Features features = null;
    List<RuleEffect> effects = List.of();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (value == JsonToken.START_OBJECT && name.equals("features")) {
        features = features(in, sheet);
      } else if (value == JsonToken.START_ARRAY && name.equals("rules")) {
        effects = effects(in.readValueAsTree());
      } else if (value == JsonToken.VALUE_STRING) {
        switch (name) {
          case "subject" -> subject = in.getText();
          case "source" -> source = in.getText();
          case "group" -> group = in.getText();
          case "brand" -> brand = in.getText();
          case "about" -> about = in.getText();
          default -> {} // what only later versions say
        }
      } else {
        in.skipChildren();
      }
    }
    if (subject == null || source == null || features == null) {
      throw new IllegalArgumentException("A recorded candidate has subject, source and features");
    }
    @Nullable GlobalId id = GlobalId.parse(subject).orElse(null);
    return id == null
        ? Optional.empty()
        : Optional.of(new Candidate(id, source, group, brand, about, features, effects));
  }

  private static Features features(JsonParser in, Features.Sheet sheet) throws IOException {
    sheet.clear();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      @Nullable Feature known = FEATURES.get(in.currentName());
      in.nextToken();
      if (known != null) {
        sheet.put(known, in.getValueAsDouble());
      } else {
        in.skipChildren();
      }
    }
    return sheet.read();
  }

  private RecordedDecision decision() {
    return new RecordedDecision(
        text("id"),
        optional("owner"),
        text("proof"),
        optional("placement"),
        Instant.parse(text("at")),
        basis(text("basis")),
        required("degraded").asBoolean(),
        each("reasons", DecisionNode::reason),
        each("answer", shown -> GlobalId.parse(shown.json.asText())),
        new DecisionNode(required("versions")).versions(),
        new DecisionNode(required(QUESTION), candidates).question(),
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

  private Optional<RecordedDecision.Trial> trial() {
    return Optional.of(
        new RecordedDecision.Trial(
            text("experiment"),
            text("variant"),
            required("control").asBoolean(),
            required("crossed").asBoolean()));
  }

  /** Most have none. */
  private RecordedDecision.@Nullable Explored explored() {
    JsonNode explored = json.path("explored");
    return explored.isObject()
        ? new RecordedDecision.Explored(
            explored.path("place").asInt(), explored.path("probability").asDouble())
        : null;
  }

  private Optional<Reason> reason() {
    return Optional.ofNullable(CODES.get(text("code")))
        .map(code -> new Reason(code, optional("about")));
  }

  /** Of one that is not known the most careful is said: that it rests on the shopper. */
  private static Basis basis(String name) {
    for (Basis basis : Basis.values()) {
      if (basis.name().equals(name)) {
        return basis;
      }
    }
    return Basis.PERSONALIZED;
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
        required(CANDIDATES).isArray() ? candidates : List.of(),
        gated());
  }

  /** Older records have none. */
  private List<String> gated() {
    List<String> gated = new ArrayList<>();
    json.path("gated").forEach(one -> gated.add(one.asText()));
    return gated;
  }

  private static List<RuleEffect> effects(JsonNode rules) {
    List<RuleEffect> effects = new ArrayList<>();
    rules.forEach(one -> new DecisionNode(one).effect().ifPresent(effects::add));
    return effects;
  }

  private Optional<RuleEffect> effect() {
    return Optional.ofNullable(EFFECTS.get(text("kind")))
        .map(
            kind ->
                new RuleEffect(
                    text("rule"), kind, required("amount").asDouble(), optional("about")));
  }

  /** Those that are known here. */
  private <T> List<T> each(String name, Function<DecisionNode, Optional<T>> read) {
    List<T> items = new ArrayList<>();
    required(name).forEach(item -> read.apply(new DecisionNode(item)).ifPresent(items::add));
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
