package dev.attune.graphql.view;

import dev.attune.catalog.Picture;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

public record Image(
    @NonNull String url,
    @Nullable String altText,
    @Nullable Integer width,
    @Nullable Integer height) {
  public static Image of(Picture picture) {
    return new Image(picture.url(), picture.altText(), null, null);
  }

  public static @Nullable Image ofUrl(@Nullable String url, String altText) {
    return url == null ? null : new Image(url, altText, null, null);
  }
}
