package dev.attune.graphql.request;

import dev.attune.merchandising.condition.BadExpression;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;

/** Where in an expression the error is, from 1, where it is in one. */
public final class ErrorColumnExtension implements ErrorExtensionProvider {
  @Override
  public String getKey() {
    return "column";
  }

  @Override
  public JsonValue mapValueFrom(Throwable failure) {
    return failure instanceof BadExpression wrong
        ? Json.createValue(wrong.column())
        : JsonValue.NULL;
  }
}
