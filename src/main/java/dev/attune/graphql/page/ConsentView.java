package dev.attune.graphql.page;

import dev.attune.graphql.input.ShopperInputs.ConsentState;
import dev.attune.privacy.Consent;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("Consent")
public record ConsentView(
    @NonNull ConsentState personalization,
    @NonNull ConsentState analytics,
    @NonNull ConsentState marketingEmail,
    @Nullable OffsetDateTime decidedAt,
    @NonNull ConsentSource source) {

  /** Where the choice comes from. */
  public enum ConsentSource {
    DEFAULT,
    EXPLICIT,
    GLOBAL_PRIVACY_CONTROL,
    IMPORTED
  }

  public static ConsentView of(Consent consent) {
    return new ConsentView(
        ConsentState.valueOf(consent.personalization().name()),
        ConsentState.valueOf(consent.analytics().name()),
        ConsentState.valueOf(consent.marketingEmail().name()),
        consent.decidedAt() == null ? null : consent.decidedAt().atOffset(ZoneOffset.UTC),
        ConsentSource.valueOf(consent.source().name()));
  }
}
