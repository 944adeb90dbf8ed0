package dev.attune.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A decision as JSON: every number comes back to the bit, features stand by name and only where
 * they are not 0. Packed with gzip, a rail of 60 candidates is about a quarter as large.
 */
public final class DecisionJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int BUFFER = 4_096;

  /** Ten bytes without a name or a comment, as written here. */
  private static final int GZIP_HEADER = 10;

  /** The check sum and the length, four bytes each. */
  private static final int GZIP_TRAILER = 8;

  private DecisionJson() {}

  /** UTF-8 JSON, packed. */
  public static byte[] pack(RecordedDecision decision) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
    try (OutputStream packed = new Packed(bytes)) {
      packed.write(write(decision));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Packs at a low level: a twelfth larger than at the usual one, in less than half of the time.
   */
  private static final class Packed extends GZIPOutputStream {
    private static final int LEVEL = 3;

    Packed(OutputStream to) throws IOException {
      super(to, BUFFER);
      def.setLevel(LEVEL);
    }
  }

  /**
   * Reads what {@link #pack} wrote, also in another version: features, reasons, effects and things
   * that are not known here are left out.
   *
   * @throws UncheckedIOException for anything else
   */
  public static RecordedDecision unpack(byte[] packed) {
    return read(inflate(packed));
  }

  /**
   * What {@link #pack} wrote, as JSON, in one go: a stream that grows takes nearly twice as long.
   *
   * @throws UncheckedIOException for anything else
   */
  public static byte[] inflate(byte[] packed) {
    Inflater inflater = new Inflater(/* nowrap= */ true);
    try {
      ByteBuffer lengths = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
      byte[] json = new byte[lengths.getInt(packed.length - Integer.BYTES)];
      inflater.setInput(packed, GZIP_HEADER, packed.length - GZIP_HEADER);
      CRC32 sum = new CRC32();
      sum.update(json, 0, inflater.inflate(json));
      if ((int) sum.getValue() != lengths.getInt(packed.length - GZIP_TRAILER)) {
        throw new UncheckedIOException(new IOException("A packed decision is damaged"));
      }
      return json;
    } catch (DataFormatException damaged) {
      throw new UncheckedIOException(new IOException(damaged));
    } finally {
      inflater.end();
    }
  }

  /**
   * A decision without its candidates, which are nearly all of it.
   *
   * @param acting ids of the rules that did something to a candidate; null in older records
   */
  public record Head(RecordedDecision decision, @Nullable Set<String> acting) {
    public Head {
      acting = acting == null ? null : Set.copyOf(acting);
    }
  }

  /**
   * Reads as {@link #unpack}, as far as the candidates, and unpacks hardly more than that.
   *
   * @throws UncheckedIOException for what {@link #pack} did not write
   */
  public static Head head(byte[] packed) {
    try (InputStream bytes = new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER)) {
      return DecisionNode.head(bytes);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** UTF-8 JSON. */
  static byte[] write(RecordedDecision decision) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      decision(json, decision);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what was {@linkplain #inflate inflated}.
   *
   * @throws UncheckedIOException for what is no JSON
   */
  public static RecordedDecision read(byte[] json) {
    try {
      return DecisionNode.read(json);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static void decision(JsonGenerator json, RecordedDecision decision) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", decision.id());
    optional(json, "owner", decision.owner());
    json.writeStringField("proof", decision.proof());
    optional(json, "placement", decision.placement());
    json.writeStringField("at", decision.at().toString());
    json.writeStringField("basis", decision.basis().name());
    json.writeBooleanField("degraded", decision.degraded());
    json.writeArrayFieldStart("reasons");
    for (Reason reason : decision.reasons()) {
      json.writeStartObject();
      json.writeStringField("code", reason.code().name());
      optional(json, "about", reason.about());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("answer");
    for (var shown : decision.answer()) {
      json.writeString(shown.toString());
    }
    json.writeEndArray();
    RecordedDecision.@Nullable Explored explored = decision.explored();
    if (explored != null) {
      json.writeObjectFieldStart("explored");
      json.writeNumberField("place", explored.place());
      json.writeNumberField("probability", explored.probability());
      json.writeEndObject();
    }
    trials(json, decision);
    RecordedDecision.@Nullable Setting setting = decision.setting();
    if (setting != null) {
      setting(json, setting);
    }
    acting(json, decision.question());
    versions(json, decision.versions());
    question(json, decision.question());
    json.writeEndObject();
  }

  private static void trials(JsonGenerator json, RecordedDecision decision) throws IOException {
    if (!decision.trials().isEmpty()) {
      json.writeArrayFieldStart("trials");
      for (RecordedDecision.Trial trial : decision.trials()) {
        json.writeStartObject();
        json.writeStringField("experiment", trial.experiment());
        json.writeStringField("variant", trial.variant());
        json.writeBooleanField("control", trial.control());
        json.writeBooleanField("crossed", trial.crossed());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  /** Who asks what one rule did need not read the candidates. */
  private static void acting(JsonGenerator json, Question question) throws IOException {
    json.writeArrayFieldStart("acting");
    Set<String> acting = new LinkedHashSet<>();
    for (Candidate candidate : question.candidates()) {
      for (RuleEffect effect : candidate.effects()) {
        acting.add(effect.rule());
      }
    }
    for (String rule : acting) {
      json.writeString(rule);
    }
    json.writeEndArray();
  }

  private static void setting(JsonGenerator json, RecordedDecision.Setting setting)
      throws IOException {
    json.writeObjectFieldStart("setting");
    json.writeStringField("traffic", setting.traffic());
    optional(json, "category", setting.category());
    optional(json, "product", setting.product());
    optional(json, "query", setting.query());
    optional(json, "device", setting.device());
    optional(json, "country", setting.country());
    optional(json, "campaign", setting.campaign());
    json.writeEndObject();
  }

  private static void versions(JsonGenerator json, Versions versions) throws IOException {
    json.writeObjectFieldStart("versions");
    json.writeStringField("catalog", versions.catalog());
    json.writeStringField("merchandise", versions.merchandise());
    json.writeStringField("models", versions.models());
    json.writeNumberField("profile", versions.profile());
    json.writeStringField("policy", versions.policy());
    json.writeEndObject();
  }

  private static void question(JsonGenerator json, Question question) throws IOException {
    json.writeObjectFieldStart("question");
    json.writeStringField("slot", question.slot());
    json.writeNumberField("first", question.first());
    json.writeBooleanField("mayNameHistory", question.mayNameHistory());
    json.writeObjectFieldStart("tuning");
    for (Map.Entry<String, Double> setting : question.tuning().entrySet()) {
      json.writeNumberField(setting.getKey(), setting.getValue());
    }
    json.writeEndObject();
    json.writeStringField("seed", question.seed());
    json.writeArrayFieldStart("gated");
    for (String gated : question.gated()) {
      json.writeString(gated);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("candidates");
    for (Candidate candidate : question.candidates()) {
      candidate(json, candidate);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void candidate(JsonGenerator json, Candidate candidate) throws IOException {
    json.writeStartObject();
    json.writeStringField("subject", candidate.subject().toString());
    json.writeStringField("source", candidate.source());
    optional(json, "group", candidate.group());
    optional(json, "brand", candidate.brand());
    optional(json, "about", candidate.subjectOfReason());
    json.writeObjectFieldStart("features");
    for (Map.Entry<Feature, Double> known : candidate.features().known().entrySet()) {
      json.writeNumberField(known.getKey().name(), known.getValue());
    }
    json.writeEndObject();
    if (!candidate.effects().isEmpty()) {
      effects(json, candidate.effects());
    }
    json.writeEndObject();
  }

  private static void effects(JsonGenerator json, List<RuleEffect> effects) throws IOException {
    json.writeArrayFieldStart("rules");
    for (RuleEffect effect : effects) {
      json.writeStartObject();
      json.writeStringField("rule", effect.rule());
      json.writeStringField("kind", effect.kind().name());
      json.writeNumberField("amount", effect.amount());
      optional(json, "about", effect.about());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void optional(JsonGenerator json, String name, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }
}
