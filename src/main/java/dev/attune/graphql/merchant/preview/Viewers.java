package dev.attune.graphql.merchant.preview;

import dev.attune.events.Identifier;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.request.Lookup;
import dev.attune.graphql.request.Roles;
import dev.attune.identity.Asker;
import dev.attune.merchandising.Merchandise;
import dev.attune.privacy.Consent;
import dev.attune.profile.PastProfiles;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.view.Standings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** With whose eyes a merchant looks: made up, of a segment, or a real person's for who may. */
@RequestScoped
class Viewers {
  private final PastProfiles past;
  private final Roles roles;
  private final Standings standings;

  Viewers(PastProfiles past, Roles roles, Standings standings) {
    this.past = past;
    this.roles = roles;
    this.standings = standings;
  }

  /**
   * Somebody who looks.
   *
   * @param assumed segments that they are taken to be in
   */
  record Viewer(Shopper shopper, Set<String> assumed) {}

  Uni<Viewer> of(@Nullable PreviewShopperInput as, Instant at, Merchandise planned) {
    if (as == null) {
      return Uni.createFrom().item(new Viewer(shopper(Profile.NOBODY), Set.of()));
    }
    Merchants.require(
        Stream.of(as.segment, as.customer, as.visitor, as.madeUp).filter(one -> one != null).count()
            == 1,
        "as",
        "Exactly one of segment, customer, visitor and madeUp is needed");
    if (as.customer != null || as.visitor != null) {
      roles.requireAdmin();
      Identifier person =
          as.customer == null
              ? Identifier.visitor(String.valueOf(as.visitor))
              : Identifier.customer(as.customer);
      return past.at(person, at).map(profile -> new Viewer(shopper(profile), Set.of()));
    }
    if (as.madeUp != null) {
      Profile madeUp = MadeUpShopper.profile(as.madeUp, at, standings);
      return Uni.createFrom().item(new Viewer(shopper(madeUp), Set.of()));
    }
    String segment = String.valueOf(as.segment);
    if (planned.segment(segment).isEmpty()) {
      throw Lookup.unknown("segment", segment);
    }
    return Uni.createFrom().item(new Viewer(shopper(Profile.NOBODY), Set.of(segment)));
  }

  private static Shopper shopper(Profile profile) {
    return new Shopper(
        "", Asker.nobody(), Consent.byDefault(Consent.State.GRANTED), profile, profile);
  }
}
