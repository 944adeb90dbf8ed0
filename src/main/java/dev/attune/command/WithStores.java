package dev.attune.command;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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
   * @param failure what did not happen
   * @throws AttuneException what the job threw, else UNAVAILABLE with the reason
   */
  static void run(Class<? extends QuarkusApplication> job, String failure, String... arguments) {
    SETTINGS.forEach(System::setProperty);
    AtomicInteger code = new AtomicInteger(CommandLine.FAILED);
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Quarkus.run(
        job,
        (exit, why) -> {
          code.set(exit);
          thrown.set(why);
        },
        arguments);
    if (code.get() != CommandLine.DONE) {
      throw failed(failure, thrown.get());
    }
  }

  /** The deepest cause says most: what is above it tells of classes that could not be made. */
  private static AttuneException failed(String failure, @Nullable Throwable thrown) {
    String why = "";
    for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof AttuneException known) {
        return known;
      }
      why = ": " + (at.getMessage() == null ? at.toString() : at.getMessage());
    }
    return new AttuneException(new Rejection(ErrorCode.UNAVAILABLE, null, failure + why), thrown);
  }
}
