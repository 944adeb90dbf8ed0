package dev.attune.experiments.trial;

import java.util.List;

/**
 * One experiment in which the shopper of a page takes part.
 *
 * @param unit the key under which the exposure is kept
 * @param control whether the variant is the one that others are compared with
 * @param crossed the shopper belongs to two variants at once, and is left out of the comparison
 * @param kept the exposure of this unit is known already
 */
public record Trial(
    String experiment,
    List<Surface> surfaces,
    Arm arm,
    String unit,
    boolean control,
    boolean crossed,
    boolean kept) {
  public Trial {
    surfaces = List.copyOf(surfaces);
  }

  boolean covers(String slot) {
    return surfaces.stream().anyMatch(surface -> surface.covers(slot));
  }
}
