package dev.attune.catalog.shelf;

import dev.attune.catalog.absence.PgAbsences;

/** One statement for a batch: it locks in the order of ids, as imports do. */
final class ShelfSql {
  /** A changed line tells which product changed; the version is bumped when there is one. */
  private static final String TELL =
      """
      bumped as (
        update catalog_version set version = version + 1 where exists (select from changed)
        returning version),
      noted as (
        insert into catalog_change (version, products)
        select version, (select array_agg(distinct product_id) from changed) from bumped)
      select (select count(*) from changed) as stored,
             array(select distinct id from given where id not in (select id from shelved))
               as unknown,
             (select pg_notify('catalog_changed', version::text) from bumped),
      """;

  /** The products of which a variant came or went. */
  private static final String CROSSING =
      """
             array(
               select distinct product_id from changed
               where (%s) is distinct from
                 (old_availability = 'in_stock' and old_quantity is distinct from 0)) as crossing
      """
          .formatted(PgAbsences.IN_STOCK);

  static final String STOCK =
      """
      with given as (
        select * from unnest(?::text[], ?::integer[], ?::text[])
          as line (id, quantity, availability)),
      shelved as (
        select id, product_id, quantity, availability from variant
        where id in (select id from given) and archived_at is null
        order by id for update),
      wanted as (
        select id, product_id, coalesce(given.quantity, shelved.quantity) as quantity,
          coalesce(given.availability, case
            when given.quantity = 0 and shelved.availability = 'in_stock' then 'out_of_stock'
            when given.quantity > 0 and shelved.availability = 'out_of_stock' then 'in_stock'
            else shelved.availability end) as availability,
          shelved.quantity as old_quantity, shelved.availability as old_availability
        from given join shelved using (id)),
      changed as (
        select * from wanted
        where quantity is distinct from old_quantity or availability <> old_availability),
      written as (
        update variant
        set quantity = wanted.quantity, availability = wanted.availability, stock_at = ?
        from wanted
        where variant.id = wanted.id
          and (variant.id in (select id from changed)
               or variant.stock_at < ?::timestamptz - interval '1 hour')),
      """
          + TELL
          + CROSSING;

  static final String PRICES =
      """
      with given as (
        select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
            ?::timestamptz[], ?::timestamptz[])
          with ordinality
          as line (id, currency, country, price, sale_price, sale_from, sale_until, number)),
      shelved as (
        select id, product_id, currency as own_currency from variant
        where id in (select id from given) and archived_at is null
        order by id for update),
      placed as (
        select given.*, product_id,
          given.country = '' and (own_currency = given.currency or (own_currency is null
            and row_number() over (partition by given.id, given.country order by number) = 1))
            as own
        from given join shelved using (id)),
      own_changed as (
        update variant set price = placed.price, currency = placed.currency,
          sale_price = placed.sale_price, sale_from = placed.sale_from,
          sale_until = placed.sale_until
        from placed
        where own and variant.id = placed.id
          and (variant.price, variant.currency, variant.sale_price, variant.sale_from,
               variant.sale_until)
            is distinct from
              (placed.price, placed.currency, placed.sale_price, placed.sale_from,
               placed.sale_until)
        returning variant.id, variant.product_id),
      market_changed as (
        insert into market_price as known
          (variant_id, currency, country, price, sale_price, sale_from, sale_until, by_feed)
        select id, currency, country, price, sale_price, sale_from, sale_until, false
        from placed where not own order by id
        on conflict (variant_id, currency, country) do update
        set price = excluded.price, sale_price = excluded.sale_price,
            sale_from = excluded.sale_from, sale_until = excluded.sale_until
        where (known.price, known.sale_price, known.sale_from, known.sale_until)
          is distinct from
            (excluded.price, excluded.sale_price, excluded.sale_from, excluded.sale_until)
        returning variant_id as id),
      changed as (
        select product_id from own_changed
        union all select product_id from market_changed join shelved using (id)),
      """
          + TELL
          + "array[]::text[] as crossing";

  private ShelfSql() {}
}
