package dev.attune.experiments.ready;

import dev.attune.experiments.statistics.Estimate;
import java.util.Optional;

/** What was counted to judge readiness; times are the last 28 days. */
record Facts(Data data, People people, Tried tried, Writing writing, Choices choices) {

  /**
   * Of the catalog.
   *
   * @param score 0 to 1, as its health says
   */
  record Data(int products, double score) {}

  /**
   * Of identity.
   *
   * @param customers who were ever proven on an identifier
   * @param suspicions cases in which who is who looks wrong
   * @param orders how many were placed
   * @param known of these, by whom it is known who they are
   */
  record People(long customers, long identifiers, long suspicions, long orders, long known) {
    double knownShare() {
      return orders == 0 ? 0 : (double) known / orders;
    }
  }

  /**
   * Of experiments whose control goes without.
   *
   * @param started how many ever ran
   */
  record Tried(int started, Optional<Proof> proof) {}

  /** An experiment that earned more, beyond chance. */
  record Proof(String experiment, Estimate difference, Optional<Estimate> lift) {}

  /**
   * Of merchants.
   *
   * @param rules in force
   * @param writes how often anybody wrote anything
   * @param writers how many did
   */
  record Writing(int rules, int heroes, int writes, int writers) {}

  /**
   * Of consent.
   *
   * @param shoppers who were seen
   * @param chosen identifiers for which the shop took a choice itself, at any time
   * @param granted of these, who allowed personalization
   * @param deniedByDefault whether whoever did not choose is taken to have said no
   */
  record Choices(long shoppers, long chosen, long granted, boolean deniedByDefault) {}
}
