package dev.attune.catalog.store;

import dev.attune.catalog.store.staged.StagedRow;
import java.util.List;

/** The statements of a merge, in the order in which they run. */
final class MergeSql {
  /** Of several rows with one id the first stays. */
  static final String DELETE_DUPLICATES =
      """
      with twice as (select id, min(nr) as first from feed group by id having count(*) > 1),
      gone as (
        delete from feed using twice where feed.id = twice.id and feed.nr > twice.first
        returning feed.nr, feed.line, feed.id, twice.first)
      select gone.line, gone.id, kept.line
      from gone join feed kept on kept.nr = gone.first order by gone.nr
      """;

  static final String CHANGED =
      """
      create temporary table changed on commit drop as
      select feed.nr, feed.id, feed.product_id, variant.product_id as old_product_id,
             variant.id is null as is_new
      from feed left join variant on variant.id = feed.id
      where variant.id is null or variant.content_hash <> feed.content_hash
         or variant.archived_at is not null
      """;

  /** Live variants that the feed does not name; empty in delta mode. */
  static final String MISSING =
      """
      create temporary table missing on commit drop as
      select id, product_id from variant
      where %s and archived_at is null
        and not exists (select from feed where feed.id = variant.id)
      """;

  static final String COUNT_VANISHING =
      """
      select count(*) from product
      where archived_at is null
        and not exists (select from feed where feed.product_id = product.id)
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
        union select old_product_id from changed
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
        select feed.product_id as id, min(feed.nr) as nr,
               md5(string_agg(feed.content_hash::text, '' order by feed.nr))::uuid
                 as content_hash
        from feed join changed using (nr)
        where not exists (select from product where product.id = feed.product_id)
        group by feed.product_id),
      wanted as (
        select grouped.*, id_handle,
          case when link_handle is not null
                and count(*) over (partition by link_handle) = 1
                and not exists (select from product where handle = link_handle)
            then link_handle else title_handle end as handle
        from grouped join feed using (nr)),
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
        select from variant where id in (select id from changed where not is_new)
        order by id for update) locked
      """;

  static final String UPDATE_VARIANTS =
      "update variant set archived_at = null, stock_at = now(), content_hash = feed.content_hash, ("
          + StagedRow.CONTENT
          + ") = row("
          + StagedRow.CONTENT.replaceAll("(\\w+)", "feed.$1")
          + ") from feed join changed using (nr) where not changed.is_new and variant.id = feed.id";

  static final String INSERT_VARIANTS =
      "insert into variant (id, position, content_hash, "
          + StagedRow.CONTENT
          + ") select feed.id, feed.nr + (select coalesce(max(position), 0) from variant),"
          + " feed.content_hash, "
          + StagedRow.CONTENT.replaceAll("(\\w+)", "feed.$1")
          + " from feed join changed using (nr) where changed.is_new";

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
          select distinct on (feed.id, said.currency, said.country) feed.id, said.*, true
          from feed join changed using (nr), jsonb_to_recordset(feed.prices) as said(
            currency text, country text, price bigint, sale_price bigint,
            sale_from timestamptz, sale_until timestamptz)
          where feed.prices is not null
          on conflict (variant_id, currency, country) do update
          set price = excluded.price, sale_price = excluded.sale_price,
              sale_from = excluded.sale_from, sale_until = excluded.sale_until, by_feed = true
          """,
          """
          insert into local_text (variant_id, locale, title, description)
          select feed.id, said.*
          from feed join changed using (nr), jsonb_to_recordset(feed.texts) as said(
            locale text, title text, description text)
          where feed.texts is not null
          on conflict do nothing
          """,
          """
          insert into relation (product_id, kind, target_id, routine, step, stated_by)
          select feed.product_id, said.*, feed.id
          from feed join changed using (nr), jsonb_to_recordset(feed.relations) as said(
            kind text, target_id text, routine text, step integer)
          where feed.relations is not null
          on conflict do nothing
          """);

  /** The products of this version, at most so many by name. */
  static final String NOTE_CHANGES =
      """
      with named as (
        select id from touched union select id from new_product union
        select product_id from changed)
      insert into catalog_change (version, products)
      select version, case when (select count(*) from named) <= 50000
                        then (select array_agg(id) from named) end
      from catalog_version
      """;

  private MergeSql() {}
}
