package dev.attune.catalog.feed.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The JSON Schema (draft 2020-12) of a product's line, as it is served and validated with. */
public final class ProductSchema {
  private static final String RESOURCE = "/catalog/product.schema.json";
  private static final Set<String> AMOUNTS = Set.of("price", "salePrice", "cost");
  private static final Set<String> TIMES = Set.of("saleFrom", "saleUntil");
  private static final Set<String> LIMITS = Set.of("maxLength", "maxItems", "maxProperties");

  /** What the schema's patterns say, by field. */
  private static final Map<String, String> SHAPES = shapes();

  private static final ProductSchema ONLY = new ProductSchema();

  private final String text = load();
  private final JsonSchema compiled =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              text,
              InputFormat.JSON,
              SchemaValidatorsConfig.builder()
                  .failFast(true)
                  .locale(Locale.ENGLISH)
                  .pathType(PathType.LEGACY)
                  .build());

  private ProductSchema() {
    compiled.initializeValidators();
  }

  public static ProductSchema get() {
    return ONLY;
  }

  /** The schema itself. */
  public String text() {
    return text;
  }

  /** The first thing that is wrong, with the path of its field, {@code variants[0].price}. */
  Optional<Rejection> problem(JsonNode line) {
    Set<ValidationMessage> messages = compiled.validate(line);
    return messages.stream().findFirst().map(ProductSchema::rejection);
  }

  private static Rejection rejection(ValidationMessage message) {
    String path = message.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
    String property = message.getProperty();
    String field = path;
    if (property != null && !property.isEmpty()) {
      field = path.isEmpty() ? property : path + "." + property;
    }
    return new Rejection(
        code(message.getType(), field), field.isEmpty() ? null : field, sentence(message, field));
  }

  /** The validator's words, but for patterns, which are no words. */
  private static String sentence(ValidationMessage message, String field) {
    String what = message.getMessage().replaceFirst("^\\$[^ ]*: ", "");
    if (!what.contains("regex")) {
      return "This " + what;
    }
    String name = field.replaceFirst("\\[\\d+]$", "");
    name = name.substring(name.lastIndexOf('.') + 1);
    return field.matches("(.*\\.)?texts\\.[^.]*")
        ? "A locale is BCP 47, de or de-AT"
        : SHAPES.getOrDefault(name, "A text is not blank");
  }

  private static ErrorCode code(String keyword, String field) {
    String name = field.substring(field.lastIndexOf('.') + 1);
    if (keyword.equals("required") || keyword.equals("dependentRequired")) {
      return ErrorCode.MISSING_FIELD;
    }
    if (LIMITS.contains(keyword)) {
      return ErrorCode.TOO_LONG;
    }
    if (AMOUNTS.contains(name) && !keyword.equals("additionalProperties")) {
      return ErrorCode.INVALID_PRICE;
    }
    if (name.equals("currency")) {
      return ErrorCode.INVALID_CURRENCY;
    }
    return TIMES.contains(name) ? ErrorCode.INVALID_TIMESTAMP : ErrorCode.INVALID_VALUE;
  }

  private static Map<String, String> shapes() {
    Map<String, String> shapes = new HashMap<>();
    AMOUNTS.forEach(
        name ->
            shapes.put(name, "An amount is a number from 0 on, 12.50, of at most four decimals"));
    TIMES.forEach(name -> shapes.put(name, "A time has an offset, 2026-02-24T11:07:00+01:00"));
    shapes.put("currency", "A currency is three capital letters of ISO 4217, EUR");
    shapes.put("country", "A country is two capital letters of ISO 3166-1, DE");
    shapes.put("id", "An id is not blank and has no blanks at its ends, line breaks or tabs");
    shapes.put("product", "An id is not blank and has no blanks at its ends, line breaks or tabs");
    shapes.put("handle", "A handle has no blanks and no slash, question mark or hash");
    shapes.put("link", "An address has no blanks");
    shapes.put("images", "An address has no blanks");
    return shapes;
  }

  private static String load() {
    try (InputStream schema = ProductSchema.class.getResourceAsStream(RESOURCE)) {
      if (schema == null) {
        throw new IllegalStateException("No resource " + RESOURCE);
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
