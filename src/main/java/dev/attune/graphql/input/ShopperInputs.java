package dev.attune.graphql.input;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What shoppers say about themselves. */
public final class ShopperInputs {
  private ShopperInputs() {}

  /** Consent by purpose; what is left out stays as it is. */
  @Input("ConsentInput")
  public static class ConsentInput {
    public @Nullable ConsentState personalization;
    public @Nullable ConsentState analytics;
    public @Nullable ConsentState marketingEmail;
  }

  /** Allowed or not. */
  public enum ConsentState {
    GRANTED,
    DENIED
  }

  /** Stated taste; what is given replaces nothing, it adds. */
  @Input("PreferencesInput")
  public static class PreferencesInput {
    @Id public @Nullable List<@NonNull String> categories;
    @Id public @Nullable List<@NonNull String> brands;
    public @Nullable List<@NonNull String> sizes;
  }

  /** What a customer tells when signing in. */
  @Input("TraitsInput")
  public static class TraitsInput {
    public @Nullable String email;
    public @Nullable String firstName;
    public @Nullable String lastName;
    public @Nullable String birthday;
    public @Nullable String gender;
  }
}
