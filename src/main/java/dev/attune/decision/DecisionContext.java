package dev.attune.decision;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.health.Gates;
import dev.attune.decision.page.PageNotes;
import dev.attune.decision.rehearsal.Rehearsal;
import dev.attune.events.Campaign;
import dev.attune.experiments.trial.Trials;
import dev.attune.identity.Proof;
import dev.attune.ingest.health.EventGates;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.condition.ShopperSeen;
import dev.attune.merchandising.rule.RulePage;
import dev.attune.merchandising.rule.Visit;
import dev.attune.models.Models;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.record.Versions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one page is decided with, read once: who, where, when, and which version of
 * catalog, models and merchandise.
 *
 * @param catalog prices and texts of this place's market; without a price there nothing is in it
 * @param shop everything that exists, at its own price
 * @param gates what must not act on categories whose data it lacks
 * @param eventGates what learns from events that stopped arriving
 * @param rehearsal where decisions are kept that are shown to a merchant and not to a shopper, and
 *     leave no record; null for a shopper's page
 * @param rules merchants' rules for this shopper on this page
 * @param trials experiments that the shopper takes part in
 * @param notes what its lists found out for each other
 * @param degraded the customer store was out of reach, and the shopper is a stranger for now
 */
public record DecisionContext(
    Shopper shopper,
    Place place,
    Instant now,
    CatalogSnapshot catalog,
    CatalogSnapshot shop,
    Models models,
    Merchandise merchandise,
    Gates gates,
    EventGates eventGates,
    boolean degraded,
    RulePage rules,
    @Nullable Rehearsal rehearsal,
    Trials trials,
    PageNotes notes) {
  /** A page with the rules that are in force. */
  public DecisionContext(
      Shopper shopper,
      Place place,
      Instant now,
      CatalogSnapshot catalog,
      CatalogSnapshot shop,
      Models models,
      Merchandise merchandise,
      Gates gates,
      EventGates eventGates,
      boolean degraded) {
    this(
        shopper,
        place,
        now,
        catalog,
        shop,
        models,
        merchandise,
        gates,
        eventGates,
        degraded,
        merchandise.book().page(visit(shopper, place, now, catalog, Set.of())),
        null,
        Trials.NONE,
        new PageNotes());
  }

  /**
   * This page as somebody else would see it, at another time, under other merchandise; nothing of
   * it is kept.
   *
   * @param assumed segments that they are taken to be in
   */
  public DecisionContext rehearsing(
      Shopper somebody, Instant at, Merchandise planned, Set<String> assumed) {
    return new DecisionContext(
        somebody,
        place,
        at,
        catalog,
        shop,
        models,
        planned,
        gates,
        eventGates,
        degraded,
        planned.book().page(visit(somebody, place, at, catalog, assumed)),
        new Rehearsal(),
        Trials.NONE,
        new PageNotes());
  }

  /** This page, whose decisions are kept there and nowhere else. */
  public DecisionContext keepingIn(Rehearsal other) {
    return with(shopper, rules, trials, other);
  }

  /** This page for somebody who takes part in these experiments. */
  public DecisionContext in(Trials taken) {
    return with(shopper, rules, taken, rehearsal);
  }

  /**
   * This page as a slot may see it: for nobody in particular where an experiment wants it so.
   * Merchants' rules hold all the same, but for those that pick shoppers by what is known of them.
   */
  public DecisionContext on(String slot) {
    return trials.impersonal(slot) ? forNobodyInParticular() : this;
  }

  /** This page as {@link #on} makes it for those who are held out. */
  public DecisionContext forNobodyInParticular() {
    return with(
        new Shopper(
            shopper.id(),
            shopper.asker(),
            shopper.consent(),
            shopper.ranking().impersonal(),
            shopper.showing().impersonal(),
            shopper.exposures()),
        rules.impersonal(),
        trials,
        rehearsal);
  }

  private DecisionContext with(
      Shopper somebody, RulePage acting, Trials taken, @Nullable Rehearsal kept) {
    return new DecisionContext(
        somebody,
        place,
        now,
        catalog,
        shop,
        models,
        merchandise,
        gates,
        eventGates,
        degraded,
        acting,
        kept,
        taken,
        new PageNotes());
  }

  private static Visit visit(
      Shopper shopper, Place place, Instant now, CatalogSnapshot catalog, Set<String> assumed) {
    Profile usable = usable(shopper);
    @Nullable Campaign campaign = place.campaign();
    ShopperSeen seen =
        new ShopperSeen(
            usable,
            catalog,
            now,
            place.device(),
            place.country(),
            campaign == null ? null : campaign.name());
    return new Visit(seen, hasHistory(usable), assumed);
  }

  /** What may be used to rank: nobody's without consent. */
  public Profile profile() {
    return usable(shopper);
  }

  private static Profile usable(Shopper shopper) {
    return shopper.consent().allowsPersonalization() ? shopper.ranking() : Profile.NOBODY;
  }

  /** What may be shown to this asker as their own history. */
  public Profile shown() {
    return shopper.consent().allowsPersonalization() ? shopper.showing() : Profile.NOBODY;
  }

  /** Whether there was a visit before this one; else all that is known is this visit. */
  public boolean hasHistory() {
    return hasHistory(profile());
  }

  private static boolean hasHistory(Profile profile) {
    boolean visiting = !profile.session().isEmpty() || !profile.sessionViewed().isEmpty();
    return profile.sessions() > (visiting ? 1 : 0);
  }

  /**
   * Whether this page may serve to learn: not where it is rehearsed, where the shopper could not be
   * loaded, or where what comes of it may not be kept.
   */
  boolean mayExplore() {
    return rehearsal == null && !degraded && shopper.consent().allowsKeeping();
  }

  /** Whether reasons may tell what happened elsewhere or earlier. */
  public boolean mayNameHistory() {
    return shopper.asker().proof() != Proof.RECOGNIZED;
  }

  /**
   * A product that was asked for by name.
   *
   * @param find looks it up in one of the two catalogs
   * @throws AttuneException PRICE_UNAVAILABLE when it exists and has no price in this market
   */
  public Optional<Product> asked(Function<CatalogSnapshot, Optional<Product>> find) {
    Optional<Product> here = find.apply(catalog);
    find.apply(shop)
        .filter(elsewhere -> here.isEmpty())
        .ifPresent(
            elsewhere -> {
              throw unpriced(elsewhere);
            });
    return here;
  }

  /** That a product exists and is not sold here. */
  public static AttuneException unpriced(Product product) {
    return new AttuneException(
        ErrorCode.PRICE_UNAVAILABLE,
        "price",
        "Product " + product.id() + " has no price in this market");
  }

  Versions versions(String policy) {
    return new Versions(
        catalog.version(), merchandise.version(), models.version(), profile().version(), policy);
  }
}
