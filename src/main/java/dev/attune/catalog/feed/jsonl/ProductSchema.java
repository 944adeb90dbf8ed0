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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The JSON Schema (draft 2020-12) of a product's line, as it is served and validated with. */
public final class ProductSchema {
  private static final String RESOURCE = "/catalog/product.schema.json";
  private static final Set<String> AMOUNTS = Set.of("price", "salePrice", "cost");
  private static final Set<String> TIMES = Set.of("saleFrom", "saleUntil");
  private static final Set<String> LIMITS = Set.of("maxLength", "maxItems", "maxProperties");
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
    String what = message.getMessage().replaceFirst("^\\$[^ ]*: ", "");
    return new Rejection(
        code(message.getType(), field), field.isEmpty() ? null : field, "This " + what);
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
