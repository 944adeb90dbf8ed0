package dev.attune.catalog.store.staged;

/** The tables of an import's own, which end with its transaction. */
public final class StagingTables {
  public static final String CREATE =
      """
      create temporary table changed (
        nr bigint not null,
        id text collate "C" not null,
        product_id text collate "C" not null,
        is_new boolean not null,
        content_hash uuid not null,
        link_handle text collate "C",
        title_handle text collate "C" not null,
        id_handle text collate "C" not null
      ) on commit drop;
      create temporary table beside (
        nr bigint not null,
        id text collate "C" not null,
        product_id text collate "C" not null,
        is_new boolean not null,
        prices jsonb, texts jsonb, relations jsonb
      ) on commit drop;
      create temporary table missing (
        id text collate "C" not null,
        product_id text collate "C" not null
      ) on commit drop;
      create temporary table reread (
        id text collate "C" not null,
        row_hash uuid not null
      ) on commit drop;
      create temporary table feed on commit drop as
      """
          + "select "
          + StagedRow.VARIANT
          + " from variant with no data";

  private StagingTables() {}
}
