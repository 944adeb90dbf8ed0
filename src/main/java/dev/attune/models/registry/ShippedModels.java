package dev.attune.models.registry;

import dev.attune.models.counts.Learned;
import dev.attune.models.counts.ShipmentReader;
import dev.attune.models.counts.UnfitShipment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The file of models that were learned elsewhere, where the gateway is told to load one. */
@ApplicationScoped
public class ShippedModels {
  /** No file. */
  public static final ShippedModels NONE = new ShippedModels(Optional.empty(), true);

  private static final Logger LOG = Logger.getLogger(ShippedModels.class);

  private final @Nullable Path file;
  private final boolean enabled;
  private volatile State state = new State(null, false);

  /** By which a changed file is known. */
  private record Stamp(FileTime changed, long bytes) {}

  /**
   * @param read when it was last tried, null before
   * @param fit whether it could be used
   */
  private record State(@Nullable Stamp read, boolean fit) {}

  @Inject
  ShippedModels(LoadSettings settings) {
    this(settings.file(), settings.enabled());
  }

  public ShippedModels(Optional<Path> file, boolean enabled) {
    this.file = file.orElse(null);
    this.enabled = enabled;
  }

  /** What the file holds now; empty without one, and where it does not fit, which is logged. */
  public Optional<Learned> read() {
    if (file == null) {
      return Optional.empty();
    }
    @Nullable Stamp now = stamp(file);
    try {
      Learned learned = ShipmentReader.read(file);
      state = new State(now, true);
      return Optional.of(learned);
    } catch (UnfitShipment unfit) {
      state = new State(now, false);
      LOG.errorf(
          "%s: models cannot be loaded from %s, the gateway learns from its own log: %s",
          unfit.code(), file, unfit.getMessage());
      return Optional.empty();
    }
  }

  /** Whether models are made by themselves, of whatever. */
  public boolean enabled() {
    return enabled;
  }

  /** Whether the models in use came from the file. */
  public boolean inUse() {
    return state.fit();
  }

  /** Whether the file is another than was last read. */
  public boolean changed() {
    if (file == null) {
      return false;
    }
    @Nullable Stamp now = stamp(file);
    return now != null && !now.equals(state.read());
  }

  private static @Nullable Stamp stamp(Path file) {
    try {
      return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException missing) {
      return null;
    }
  }
}
