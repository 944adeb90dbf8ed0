package dev.attune.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where search indexes are kept. */
@ConfigMapping(prefix = "attune.search")
public interface SearchSettings {
  /** On the disk an index outlives the process, so that the next start need not build it. */
  @WithDefault("disk")
  Place directory();

  /** The directory of the indexes on the disk, one below it for each market view. */
  @WithDefault("${attune.data-dir:data}/search")
  Path path();

  /** Where an index can be. */
  enum Place {
    HEAP,
    DISK
  }
}
