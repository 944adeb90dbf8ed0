package dev.attune.merchandising;

/** What merchants wrote, as everybody sees it now. */
public interface Merchandising {
  /** In memory; never waits. */
  Merchandise current();
}
