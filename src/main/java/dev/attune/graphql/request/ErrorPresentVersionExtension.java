package dev.attune.graphql.request;

import dev.attune.platform.error.StaleVersion;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;

/** The version that is there, where the writer saw another one. */
public final class ErrorPresentVersionExtension implements ErrorExtensionProvider {
  @Override
  public String getKey() {
    return "presentVersion";
  }

  @Override
  public JsonValue mapValueFrom(Throwable failure) {
    return failure instanceof StaleVersion stale
        ? Json.createValue(stale.present())
        : JsonValue.NULL;
  }
}
