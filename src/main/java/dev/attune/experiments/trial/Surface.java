package dev.attune.experiments.trial;

import java.util.List;

/** A part of the shop that an experiment can change, by the slots that it is made of. */
public enum Surface {
  EVERYTHING(""),
  HERO("hero"),
  CATEGORY_ORDER("categoryOrder"),
  RAILS("rail/"),
  OFFERS("offers"),
  CONTENT("content", "collections"),
  CATEGORY("listing/category"),
  SEARCH("listing/search"),
  FEED("feed"),
  /** Something outside of the gateway, which asks for its variant as a flag. */
  FLAG;

  private final List<String> slots;

  Surface(String... slots) {
    this.slots = List.of(slots);
  }

  /** Whether a slot of this name belongs to it. */
  boolean covers(String slot) {
    return slots.stream().anyMatch(slot::startsWith);
  }
}
