package dev.attune.catalog.store;

import dev.attune.catalog.snapshot.CatalogSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;

/** Imports whole feeds, one at a time for a store, all or nothing. */
@ApplicationScoped
public class CatalogImporter {
  private final PgImports imports;
  private final CatalogSnapshots snapshots;

  @Inject
  CatalogImporter(PgImports imports, CatalogSnapshots snapshots) {
    this.imports = imports;
    this.snapshots = snapshots;
  }

  /**
   * Reads the feed to its end in constant memory and returns when it is stored and this process
   * shows it. Blocks; do not call it on an event loop.
   *
   * @param body may be packed with gzip
   * @throws dev.attune.platform.error.AttuneException and then nothing has changed: MISSING_FIELD
   *     (a required column) and IMPORT_RUNNING before any row is read; TRUNCATED when the body ends
   *     early or is damaged; IMPORT_REFUSED in full mode when more than 20 % of the live products
   *     would vanish or of the rows were rejected; UNAVAILABLE when the store fails
   */
  public ImportSummary run(
      InputStream body, Format format, Mode mode, boolean force, ImportListener listener) {
    ImportSummary summary = imports.run(body, new ImportRequest(format, mode, force), listener);
    if (summary.changedAnything()) {
      snapshots.refresh();
    }
    return summary;
  }
}
