package dev.attune.models.registry;

import java.time.Instant;
import java.util.List;

/** Which models each replica uses. Every call blocks. */
public interface ModelReplicas {
  /**
   * What one replica uses.
   *
   * @param name of its host, and something of its own
   * @param cut events that were received up to here were learned from, but for newest touches
   * @param since when it took them into use, or told so for the first time
   */
  record Replica(String name, String version, Instant cut, Instant since) {}

  /**
   * Those that told within the last two minutes, by name.
   *
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the store fails
   */
  List<Replica> present();
}
