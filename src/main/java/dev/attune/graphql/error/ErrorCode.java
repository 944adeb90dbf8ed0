package dev.attune.graphql.error;

import dev.attune.platform.error.AttuneException;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code extensions.code} of our own errors. */
public final class ErrorCode implements ErrorExtensionProvider {
  @Override
  public String getKey() {
    return "code";
  }

  @Override
  public @Nullable JsonValue mapValueFrom(Throwable thrown) {
    @Nullable String code = thrown instanceof AttuneException own ? own.code().name() : null;
    return code == null ? null : Json.createValue(code);
  }
}
