package dev.attune.command;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;

/**
 * Starts as much of the gateway as a job on its stores needs. Standard output is the job's alone:
 * what the gateway logs goes to standard error.
 */
final class WithStores {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "quarkus.http.host-enabled", "false",
          "quarkus.scheduler.enabled", "false",
          "quarkus.banner.enabled", "false",
          "quarkus.log.console.stderr", "true",
          "attune.demo.enabled", "false",
          "attune.models.load.enabled", "false");

  private WithStores() {}

  /**
   * Runs it to its end.
   *
   * @throws AttuneException UNAVAILABLE, saying this, when it failed; the log tells why
   */
  static void run(Class<? extends QuarkusApplication> job, String failure, String... arguments) {
    SETTINGS.forEach(System::setProperty);
    int[] code = {CommandLine.FAILED};
    Quarkus.run(job, (exit, thrown) -> code[0] = exit, arguments);
    if (code[0] != CommandLine.DONE) {
      throw new AttuneException(ErrorCode.UNAVAILABLE, null, failure);
    }
  }
}
