package dev.attune.decision.slot;

import dev.attune.decision.Slot;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every slot by its name: what replay, and the contract that all slots keep, go by. */
public final class Slots {
  private static final Map<String, Slot> BY_NAME =
      Stream.concat(
              Stream.of(
                  HeroSlot.HERO,
                  CategoryOrderSlot.CATEGORY_ORDER,
                  OfferSlot.OFFERS,
                  BadgeSlot.BADGES,
                  StorySlots.CONTENT,
                  StorySlots.COLLECTIONS,
                  ListingSlot.CATEGORY,
                  ListingSlot.SEARCH,
                  ListingSlot.SORTED,
                  FeedSlot.FEED),
              Arrays.stream(Placement.values()).map(RailSlots::of))
          .collect(Collectors.toUnmodifiableMap(Slot::name, Function.identity()));

  private Slots() {}

  public static Optional<Slot> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public static Map<String, Slot> all() {
    return BY_NAME;
  }
}
