package dev.attune.identity;

import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as far as the request proves it.
 *
 * @param visitor the visitor id that was sent, null without one
 * @param customer whom a JWT or a visitor token names, else null
 * @param roles what a JWT's groups allow
 * @param secret the request carries the secret key
 * @param objects the request carries {@code Sec-GPC: 1}
 * @param version the {@code Attune-Version} it wants to see at least
 * @param market the market that the request names, null where it names none
 */
public record Asker(
    @Nullable Identifier visitor,
    @Nullable Identifier customer,
    Proof proof,
    Traffic traffic,
    Set<Role> roles,
    boolean secret,
    boolean objects,
    @Nullable Long version,
    @Nullable String market) {
  public Asker {
    roles = Set.copyOf(roles);
  }

  /** Somebody in no market in particular. */
  public Asker(
      @Nullable Identifier visitor,
      @Nullable Identifier customer,
      Proof proof,
      Traffic traffic,
      Set<Role> roles,
      boolean secret,
      boolean objects,
      @Nullable Long version) {
    this(visitor, customer, proof, traffic, roles, secret, objects, version, null);
  }

  /** The same in a market, unless the request names one itself. */
  public Asker in(@Nullable String found) {
    return market != null || found == null
        ? this
        : new Asker(visitor, customer, proof, traffic, roles, secret, objects, version, found);
  }

  /**
   * Whether they are the one that something was made for, at no less proof than it was made with.
   *
   * @param made the proof of the one it was made for
   */
  public boolean is(Predicate<Identifier> owner, Proof made) {
    return proof.compareTo(made) >= 0
        && ((customer != null && owner.test(customer)) || (visitor != null && owner.test(visitor)));
  }

  /** The same as the raw visitor that they are without any proof. */
  public Asker unproven() {
    return new Asker(
        visitor, null, Proof.ANONYMOUS, traffic, roles, secret, objects, version, market);
  }

  /** Somebody of whom nothing is known. */
  public static Asker nobody() {
    return new Asker(null, null, Proof.ANONYMOUS, Traffic.SHOPPER, Set.of(), false, false, null);
  }
}
