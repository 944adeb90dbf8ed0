package dev.attune.graphql.request;

import dev.attune.platform.error.StaleVersion;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;

/** The version that the writer saw, where another one is there. */
public final class ErrorExpectedVersionExtension implements ErrorExtensionProvider {
  @Override
  public String getKey() {
    return "expectedVersion";
  }

  @Override
  public JsonValue mapValueFrom(Throwable failure) {
    return failure instanceof StaleVersion stale
        ? Json.createValue(stale.expected())
        : JsonValue.NULL;
  }
}
