package dev.attune.catalog.store;

/**
 * What an import did, in rows of the feed.
 *
 * @param read stored, unchanged and rejected together
 * @param stored new, altered or back from the archive
 * @param archived live before and not in the feed, in full mode
 * @param warnings fields dropped from rows that were taken
 */
public record ImportSummary(
    long read, long stored, long unchanged, long rejected, long archived, long warnings) {

  /** Whether the catalog is another one than before. */
  public boolean changedAnything() {
    return stored > 0 || archived > 0;
  }
}
