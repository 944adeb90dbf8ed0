package dev.attune.decision;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.identity.Proof;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.record.Versions;
import java.time.Instant;

/**
 * Everything that one page is decided with, read once: who, where, when, and which version of
 * catalog, models and merchandise.
 *
 * @param degraded the customer store was out of reach, and the shopper is a stranger for now
 */
public record DecisionContext(
    Shopper shopper,
    Place place,
    Instant now,
    CatalogSnapshot catalog,
    Models models,
    Merchandise merchandise,
    boolean degraded) {

  /** What may be used to rank: nobody's without consent. */
  public Profile profile() {
    return shopper.consent().allowsPersonalization() ? shopper.ranking() : Profile.NOBODY;
  }

  /** What may be shown to this asker as their own history. */
  public Profile shown() {
    return shopper.consent().allowsPersonalization() ? shopper.showing() : Profile.NOBODY;
  }

  /** Whether there was a visit before this one; else all that is known is this visit. */
  public boolean hasHistory() {
    boolean visiting = !profile().session().isEmpty() || !profile().sessionViewed().isEmpty();
    return profile().sessions() > (visiting ? 1 : 0);
  }

  /** Whether reasons may tell what happened elsewhere or earlier. */
  public boolean mayNameHistory() {
    return shopper.asker().proof() != Proof.RECOGNIZED;
  }

  /** Whether this product has a price here: in the currency asked for, else in any. */
  public boolean priced(Product product) {
    return product.variants().stream()
        .anyMatch(
            variant ->
                variant.price() != null
                    && (place.currency() == null
                        || variant.price().currency().equals(place.currency())));
  }

  Versions versions(String policy) {
    return new Versions(
        catalog.version(), merchandise.version(), models.version(), profile().version(), policy);
  }
}
