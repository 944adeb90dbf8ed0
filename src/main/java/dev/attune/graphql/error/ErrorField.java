package dev.attune.graphql.error;

import dev.attune.platform.error.AttuneException;
import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code extensions.field} of our own errors. */
public final class ErrorField implements ErrorExtensionProvider {
  @Override
  public String getKey() {
    return "field";
  }

  @Override
  public @Nullable JsonValue mapValueFrom(Throwable thrown) {
    @Nullable String field = thrown instanceof AttuneException own ? own.rejection().field() : null;
    return field == null ? null : Json.createValue(field);
  }
}
