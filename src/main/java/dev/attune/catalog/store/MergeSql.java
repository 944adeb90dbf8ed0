package dev.attune.catalog.store;

import dev.attune.catalog.store.staged.StagedRow;
import java.util.List;

/** The statements of a merge, in the order in which they run. */
final class MergeSql {
  /** Live products that the feed leaves without a row: theirs are missing or name another. */
  static final String COUNT_VANISHING =
      """
      select count(*) from product
      where archived_at is null
        and id in (
          select product_id from missing
          union select variant.product_id from changed join variant using (id)
          where not is_new and variant.product_id <> changed.product_id)
        and not exists (select from changed where changed.product_id = product.id)
        and not exists (
          select from variant
          where variant.product_id = product.id and archived_at is null
            and not exists (select from missing where missing.id = variant.id)
            and not exists (select from changed where changed.id = variant.id))
      """;

  static final String ARCHIVE =
      """
      update variant set archived_at = ? from missing where variant.id = missing.id
      """;

  /** Known products whose variants change, come or go. */
  static final String TOUCHED =
      """
      create temporary table touched on commit drop as
      select id from product where id in (
        select product_id from changed
        union select product_id from variant
        where id in (select id from changed where not is_new)
        union select product_id from missing)
      """;

  /**
   * The first row of a new product names it, all its rows make its hash. Its handle is the link's
   * last part where that is nobody else's, else the title, told apart by the id.
   */
  static final String NEW_PRODUCTS =
      """
      create temporary table new_product on commit drop as
      with grouped as (
        select product_id as id, min(nr) as nr,
               md5(string_agg(content_hash::text, '' order by nr))::uuid as content_hash
        from changed
        where not exists (select from product where product.id = changed.product_id)
        group by product_id),
      wanted as (
        select grouped.id, nr, grouped.content_hash, id_handle,
          case when link_handle is not null
                and count(*) over (partition by link_handle) = 1
                and not exists (select from product where handle = link_handle)
            then link_handle else title_handle end as handle
        from grouped join changed using (nr)),
      ranked as (
        select *,
          row_number() over (partition by handle order by nr) = 1
            and not exists (select from product where product.handle = wanted.handle) as plain
        from wanted)
      select id, content_hash, plain,
             case when plain then handle else handle || '-' || id_handle end as handle
      from ranked
      """;

  /** Where even title and id together are taken, a part of the id's hash decides. */
  static final String TELL_HANDLES_APART =
      """
      update new_product set handle = handle || '-' || left(md5(id), 12)
      where not plain and (
        handle in (select handle from product)
        or handle in (select handle from new_product group by handle having count(*) > 1))
      """;

  static final String INSERT_PRODUCTS =
      """
      insert into product (id, handle, content_hash, added_at)
      select id, handle, content_hash, ? from new_product
      """;

  /** In the order in which batches of stock and prices lock them, too. */
  static final String LOCK_VARIANTS =
      """
      select count(*) from (
        select from variant
        where id in (select id from changed where not is_new union all select id from reread)
        order by id for update) locked
      """;

  static final String UPDATE_VARIANTS =
      "update variant set archived_at = null, stock_at = now(), content_hash = feed.content_hash,"
          + " row_hash = feed.row_hash, ("
          + StagedRow.CONTENT
          + ") = row("
          + StagedRow.CONTENT.replaceAll("(\\w+)", "feed.$1")
          + ") from feed where variant.id = feed.id";

  /** Rows that say the same in other words, so that they are known the next time. */
  static final String NOTE_WRITING =
      "update variant set row_hash = reread.row_hash from reread where variant.id = reread.id";

  static final String NOTE_POSITION = "update catalog_version set last_position = %d";

  static final String REFRESH_PRODUCTS =
      """
      update product set
        content_hash = coalesce(live.content_hash, product.content_hash),
        archived_at = case when live.id is null then coalesce(product.archived_at, ?) end
      from touched left join (
        select product_id as id,
               md5(string_agg(content_hash::text, '' order by position))::uuid as content_hash
        from variant
        where archived_at is null and product_id in (select id from touched)
        group by product_id) live using (id)
      where product.id = touched.id
      """;

  /** What rows said beside their variant before, where they say something else now. */
  static final List<String> FORGET_EXTRAS =
      List.of(
          """
          delete from market_price using changed
          where variant_id = changed.id and not changed.is_new and by_feed
          """,
          """
          delete from local_text using changed
          where variant_id = changed.id and not changed.is_new
          """,
          """
          delete from relation using changed
          where stated_by = changed.id and not changed.is_new
          """);

  static final List<String> INSERT_EXTRAS =
      List.of(
          """
          insert into market_price
            (variant_id, currency, country, price, sale_price, sale_from, sale_until, by_feed)
          select distinct on (beside.id, said.currency, said.country) beside.id, said.*, true
          from beside, jsonb_to_recordset(beside.prices) as said(
            currency text, country text, price bigint, sale_price bigint,
            sale_from timestamptz, sale_until timestamptz)
          where beside.prices is not null
          on conflict (variant_id, currency, country) do update
          set price = excluded.price, sale_price = excluded.sale_price,
              sale_from = excluded.sale_from, sale_until = excluded.sale_until, by_feed = true
          """,
          """
          insert into local_text (variant_id, locale, title, description)
          select beside.id, said.*
          from beside, jsonb_to_recordset(beside.texts) as said(
            locale text, title text, description text)
          where beside.texts is not null
          on conflict do nothing
          """,
          """
          insert into relation (product_id, kind, target_id, routine, step, stated_by)
          select beside.product_id, said.*, beside.id
          from beside, jsonb_to_recordset(beside.relations) as said(
            kind text, target_id text, routine text, step integer)
          where beside.relations is not null
          on conflict do nothing
          """);

  /** The products of this version, at most so many by name. */
  static final String NOTE_CHANGES =
      """
      with named as (
        select id from touched union select id from new_product union
        select product_id from changed)
      insert into catalog_change (version, products)
      select version,
             case when (select count(*) from new_product) > 50000 then null
                  when (select count(*) from named) <= 50000
                  then (select array_agg(id) from named) end
      from catalog_version
      """;

  private MergeSql() {}
}
