package dev.attune.graphql.request;

import dev.attune.platform.error.AttuneException;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;

/** The error's code, as clients rely on it. */
public final class ErrorCodeExtension implements ErrorExtensionProvider {
  private static final String UNEXPECTED = "INTERNAL";

  @Override
  public String getKey() {
    return "code";
  }

  @Override
  public JsonValue mapValueFrom(Throwable failure) {
    return Json.createValue(
        failure instanceof AttuneException refused ? refused.code().name() : UNEXPECTED);
  }
}
