package dev.attune.graphql.why;

import dev.attune.graphql.text.Texts;
import dev.attune.record.Reason;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("Reason")
@Description(
    "A reason that may be shown to the shopper: a stable code and a sentence in their language.")
public record ReasonView(@NonNull String code, @NonNull String text) {
  public static ReasonView of(Reason reason, Locale locale) {
    return new ReasonView(reason.code().name(), Texts.reason(reason, locale));
  }

  public static List<ReasonView> of(List<Reason> reasons, Locale locale) {
    return reasons.stream().map(reason -> of(reason, locale)).toList();
  }
}
