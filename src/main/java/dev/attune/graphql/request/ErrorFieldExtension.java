package dev.attune.graphql.request;

import dev.attune.platform.error.AttuneException;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;

/** The field that is at fault, where one is. */
public final class ErrorFieldExtension implements ErrorExtensionProvider {
  @Override
  public String getKey() {
    return "field";
  }

  @Override
  public JsonValue mapValueFrom(Throwable failure) {
    return failure instanceof AttuneException refused && refused.rejection().field() != null
        ? Json.createValue(refused.rejection().field())
        : JsonValue.NULL;
  }
}
