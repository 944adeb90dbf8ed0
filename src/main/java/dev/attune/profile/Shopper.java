package dev.attune.profile;

import dev.attune.identity.Asker;
import dev.attune.privacy.Consent;
import java.util.ArrayList;
import java.util.List;

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

  /** The same, who is known to have seen more. */
  public Shopper seeing(List<Exposed> more) {
    List<Exposed> all = new ArrayList<>(exposures);
    all.addAll(more);
    return new Shopper(id, asker, consent, ranking, showing, all);
  }
}
