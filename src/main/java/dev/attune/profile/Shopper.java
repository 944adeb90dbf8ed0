package dev.attune.profile;

import dev.attune.events.Identifier;
import dev.attune.identity.Asker;
import dev.attune.privacy.Consent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shopper of one request: who they are taken for, and what may be used and shown.
 *
 * @param id opaque and stable: of the customer they are joined to, else of the visitor id; empty
 *     for a request that says nothing of who it is
 * @param ranking what decisions may use
 * @param showing what this asker may be told: the same as {@code ranking} with proof AUTHENTICATED,
 *     the raw visitor's own for ANONYMOUS, and nobody's for RECOGNIZED
 * @param exposures to experiments, under all identifiers that are this shopper's alone
 */
public record Shopper(
    String id,
    Asker asker,
    Consent consent,
    Profile ranking,
    Profile showing,
    List<Exposed> exposures) {
  public Shopper {
    exposures = List.copyOf(exposures);
  }

  /** Somebody who took part in no experiment. */
  public Shopper(String id, Asker asker, Consent consent, Profile ranking, Profile showing) {
    this(id, asker, consent, ranking, showing, List.of());
  }

  /**
   * Whose is what is kept of the request: the customer's where proven, else the visitor's, and
   * nobody's without consent to keep anything.
   */
  public @Nullable Identifier owner() {
    if (!consent.allowsKeeping()) {
      return null;
    }
    return asker.customer() == null ? asker.visitor() : asker.customer();
  }

  /** The same, who is known to have seen more. */
  public Shopper seeing(List<Exposed> more) {
    List<Exposed> all = new ArrayList<>(exposures);
    all.addAll(more);
    return new Shopper(id, asker, consent, ranking, showing, all);
  }
}
