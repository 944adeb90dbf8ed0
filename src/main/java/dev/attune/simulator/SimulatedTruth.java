package dev.attune.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the simulator knows and the code that is scored must not see.
 *
 * @param peopleByAnonymousId for each device, the ids of the people who use it; several where a
 *     device is shared, none where it belongs to a bot
 * @param people by person id
 * @param plantings the personas, companions and rhythms
 */
public record SimulatedTruth(
    Map<String, List<String>> peopleByAnonymousId,
    Map<String, Person> people,
    Plantings plantings) {
  public SimulatedTruth {
    peopleByAnonymousId = Map.copyOf(peopleByAnonymousId);
    people = Map.copyOf(people);
  }

  /**
   * One simulated shopper.
   *
   * @param id unlike any id in the events
   * @param userId what they are called after signing in, or empty when they never do
   * @param persona with the planted weights of categories
   * @param priceSensitivity 1 for the middle; probability of adding to the cart falls with its
   *     product with the price level
   * @param favouriteBrands clicked more often, by the persona's loyalty
   * @param deniesConsent whether their events carry a refusal
   * @param treated whether the treatment's lift applies to them
   */
  public record Person(
      String id,
      Optional<String> userId,
      Persona persona,
      double priceSensitivity,
      List<String> favouriteBrands,
      boolean deniesConsent,
      boolean treated) {
    public Person {
      favouriteBrands = List.copyOf(favouriteBrands);
    }
  }
}
