package dev.attune.catalog.store;

import dev.attune.platform.error.Rejection;

/** Who hears how an import is going, on the thread that runs it. */
public interface ImportListener {
  /** Hears nothing. */
  ImportListener SILENT = new ImportListener() {};

  /** The import has begun: it has the lock, and the header has every required column. */
  default void headerRead() {}

  /** So many rows have been read. */
  default void progress(long read) {}

  /** The whole body has been read; nothing more is expected from whoever sends it. */
  default void bodyRead() {}

  /** The row that starts on this physical line was left out. */
  default void rejected(long line, Rejection rejection) {}

  /** The row that starts on this physical line lost one field. */
  default void warned(long line, Rejection rejection) {}
}
