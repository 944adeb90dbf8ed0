package dev.attune.catalog;

/** Where the current snapshot is read; a request reads it once and keeps to it. */
public interface Catalog {
  CatalogSnapshot snapshot();
}
