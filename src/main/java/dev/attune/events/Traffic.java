package dev.attune.events;

/** Whose doing a request or an event is; only shoppers teach the shop anything. */
public enum Traffic {
  SHOPPER,
  /** The shop's own people: served, and left out of training, popularity and experiments. */
  STAFF,
  /** Crawlers and monitors: served, never folded, never learned from. */
  BOT;

  /** The class of this name; one that only later versions know teaches this one nothing. */
  public static Traffic named(String name) {
    for (Traffic traffic : values()) {
      if (traffic.name().equals(name)) {
        return traffic;
      }
    }
    return STAFF;
  }
}
