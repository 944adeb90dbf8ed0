package dev.attune.identity;

import java.util.Arrays;

/** How well we know who is asking, and so what they may read. */
public enum Proof {
  /** A raw visitor id: reads only what was sent under that id itself. */
  ANONYMOUS,
  /** A visitor token that the gateway signed: ranks with the joined shopper, shows no history. */
  RECOGNIZED,
  /** A valid JWT, or the secret key's word: everything of that shopper. */
  AUTHENTICATED;

  /** The degree of this name; the highest for one that only later versions know. */
  public static Proof named(String name) {
    return Arrays.stream(values())
        .filter(proof -> proof.name().equals(name))
        .findFirst()
        .orElse(AUTHENTICATED);
  }
}
