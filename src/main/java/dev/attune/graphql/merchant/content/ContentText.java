package dev.attune.graphql.merchant.content;

import dev.attune.merchandising.content.Wording;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Content's words in one language. */
public record ContentText(
    @NonNull String locale,
    @Nullable String title,
    @Nullable String text,
    @Nullable String action) {
  public static List<ContentText> of(List<Wording> texts) {
    return texts.stream()
        .map(one -> new ContentText(one.locale(), one.title(), one.text(), one.action()))
        .toList();
  }
}
