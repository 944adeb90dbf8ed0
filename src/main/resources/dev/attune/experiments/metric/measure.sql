-- One experiment, added up: by yardstick, variant and day of the first exposure. Follows people.sql.
-- $1 experiment, $2 its start, $3 until when, $4 the window, $5 currency, $6 the cap in minor units,
-- $7 and $8 products and their costs in minor units, $9 minor units in a unit of the currency.
,
cost as materialized (
  select product, minor from unnest($7::text[], $8::bigint[]) as c(product, minor) where minor >= 0
),
told as materialized (
  select coalesce(e.customer, s.customer, e.origin) as person, e.type, e.happened_at, e.signals,
    case when e.type = 'ORDER_COMPLETED' and e.body is json object
      then coalesce(e.body::jsonb #>> '{properties,discount}', e.body::jsonb ->> 'discount')
    end as discount,
    case when e.type = 'ORDER_REFUNDED' and e.body is json object
      then coalesce(e.body::jsonb #>> '{properties,order_id}',
        e.body::jsonb #>> '{properties,transaction_id}', e.body::jsonb ->> 'orderId')
    end as returned
  from event e left join sole s on s.visitor = e.origin
  where e.type in ('ORDER_COMPLETED', 'ORDER_REFUNDED', 'CART_ADDED') and e.traffic = 'SHOPPER'
    and e.happened_at >= $2::timestamptz - interval '28 days' and e.happened_at < $3
),
-- An order counts once, however often it is told of. One that was paid in another currency is an
-- order, and no money: neither what its goods cost nor its discount is set against nothing. What was
-- paid for it and what is in it say those who prove it, where one does; else who told of it first.
telling as (
  select t.person, g.order_id, t.happened_at, g.paid, g.foreign_paid,
    g.proven and (g.paid is not null or g.foreign_paid) as surely,
    bool_or(g.proven) over (partition by t.person, g.order_id) as proven,
    first_value(g.units) over goods as units, first_value(g.cost) over goods as cost,
    first_value(g.uncosted) over goods as uncosted,
    case when t.discount ~ '^\d{1,9}(\.\d{1,4})?$' then round(t.discount::numeric * $9::bigint)::bigint
      else 0 end as discount
  from told t cross join lateral (
    select max(s.v ->> 1) filter (where s.v ->> 0 = 'ORDER') as order_id,
      sum((s.v ->> 2)::bigint) filter (where s.v ->> 0 = 'PAID' and s.v ->> 1 like $5::text || '/%')
        as paid,
      coalesce(bool_or(s.v ->> 0 = 'PAID' and s.v ->> 1 not like $5::text || '/%'), false)
        as foreign_paid,
      bool_or(s.v ->> 0 = 'PROVEN') as proven,
      coalesce(sum((s.v ->> 2)::bigint) filter (where s.v ->> 0 = 'BUY'), 0)::bigint as units,
      coalesce(sum((s.v ->> 2)::bigint * c.minor), 0)::bigint as cost,
      bool_or(s.v ->> 0 = 'BUY' and c.minor is null)
        or not bool_or(s.v ->> 0 = 'BUY') as uncosted
    from jsonb_array_elements(t.signals) s(v)
      left join cost c on s.v ->> 0 = 'BUY' and c.product = s.v ->> 1) g
  where t.type = 'ORDER_COMPLETED' and g.order_id is not null
  window goods as (
    partition by t.person, g.order_id order by (g.proven and g.units > 0) desc, t.happened_at)
),
placed as materialized (
  select distinct on (person, order_id)
    person, order_id, happened_at, coalesce(paid, 0)::bigint as paid, foreign_paid,
    paid is null and foreign_paid as abroad, proven, units, cost, uncosted, discount
  from telling
  order by person, order_id, surely desc, happened_at
),
-- What came back of an order: money, and goods, with the cost that they save. Goods of which nobody
-- says what was paid back are pieces of the order. What is proven stands beside all that is told.
back as materialized (
  select t.person, g.order_id, bool_or(g.cancelled) as cancelled,
    coalesce(sum(g.refund), 0)::bigint as refund, coalesce(sum(g.cost), 0)::bigint as cost,
    coalesce(sum(g.units) filter (where not g.priced), 0)::bigint as unpriced,
    bool_or(g.cancelled and g.proven) as surely_cancelled,
    coalesce(sum(g.refund) filter (where g.proven), 0)::bigint as surely_refund,
    coalesce(sum(g.cost) filter (where g.proven), 0)::bigint as surely_cost,
    coalesce(sum(g.units) filter (where g.proven and not g.priced), 0)::bigint as surely_unpriced
  from told t cross join lateral (
    select coalesce(
        max(case s.v ->> 0 when 'CANCELLED' then s.v ->> 1 when 'REFUNDED' then substr(s.v ->> 1, 5)
          end), t.returned) as order_id,
      bool_or(s.v ->> 0 = 'CANCELLED') as cancelled, bool_or(s.v ->> 0 = 'REFUNDED') as priced,
      sum((s.v ->> 2)::bigint) filter (
        where s.v ->> 0 = 'REFUNDED' and s.v ->> 1 like $5::text || '/%') as refund,
      sum((s.v ->> 2)::bigint) filter (where s.v ->> 0 = 'RETURN') as units,
      sum((s.v ->> 2)::bigint * c.minor) as cost,
      bool_or(s.v ->> 0 = 'PROVEN'
        or s.v ->> 0 = 'ORDER_PART' and starts_with(s.v ->> 1, 'p')) as proven
    from jsonb_array_elements(t.signals) s(v)
      left join cost c on s.v ->> 0 = 'RETURN' and c.product = s.v ->> 1) g
  where t.type = 'ORDER_REFUNDED' and g.order_id is not null
  group by 1, 2
),
trail as materialized (
  select coalesce(e.customer, s.customer, e.origin) as person, e.type, e.happened_at,
    lead(e.happened_at) over (partition by e.origin order by e.happened_at) as next
  from event e left join sole s on s.visitor = e.origin
  where e.traffic = 'SHOPPER' and e.happened_at >= $2 and e.happened_at < $3
    and e.origin in (
      select origin from event
      where type = 'SEARCHED' and happened_at >= $2 and happened_at < $3)
),
-- Whoever did nothing that counts is a zero, and is only counted. A device of a customer does none
-- of what counts under its own name; that it may be here adds a zero. Reads tables only, so that
-- workers can share it.
acting as materialized (
  select x.unit as person, x.variant, x.first_at
  from exposure x
  where x.experiment = $1 and x.first_at < $3 and not x.crossed
    and x.unit in (
      select e.origin from event e
      where e.type in ('ORDER_COMPLETED', 'ORDER_REFUNDED', 'CART_ADDED', 'SEARCHED')
        and e.traffic = 'SHOPPER' and e.origin not like 'customer:%'
        and e.happened_at >= $2::timestamptz - interval '28 days' and e.happened_at < $3)
  union all
  select person, variant, first_at from customer where not crossed
),
-- Of an order that is proven only what else is proven goes back.
bill as materialized (
  select p.person, p.variant, p.first_at, b.happened_at, b.paid, b.foreign_paid, b.abroad, b.units, b.cost, b.uncosted, b.discount,
    coalesce(k.cancelled, false) as gone,
    case when k.cancelled then b.paid
      else least(coalesce(k.refund + b.paid * k.unpriced / nullif(b.units, 0), k.refund, 0), b.paid)
    end as refund,
    least(coalesce(k.cost, 0), b.cost) as spared,
    b.happened_at >= p.first_at as after,
    b.happened_at >= p.first_at and b.happened_at < p.first_at + $4::interval as counts
  from placed b join acting p using (person) left join back t using (person, order_id)
    cross join lateral (
      select case when b.proven then t.surely_cancelled else t.cancelled end as cancelled,
        case when b.proven then t.surely_refund else t.refund end as refund,
        case when b.proven then t.surely_cost else t.cost end as cost,
        case when b.proven then t.surely_unpriced else t.unpriced end as unpriced) k
  where b.happened_at >= p.first_at - interval '28 days'
),
buyer as (
  select person, variant, first_at,
    count(*) filter (where counts and not gone) as bought,
    count(*) filter (where counts and not gone and not abroad) as orders,
    coalesce(sum(paid) filter (where counts and not gone), 0)::bigint as gross,
    coalesce(sum(paid - refund) filter (where counts and not gone), 0)::bigint as revenue,
    coalesce(sum(paid) filter (where counts), 0)::bigint as taken,
    coalesce(sum(refund) filter (where counts), 0)::bigint as refund,
    coalesce(sum(units) filter (where counts and not gone), 0)::bigint as units,
    coalesce(sum(paid - refund - cost + spared) filter (
      where counts and not gone and not abroad and not uncosted), 0)::bigint as margin,
    coalesce(sum(discount) filter (where counts and not gone and not abroad), 0)::bigint
      as discount,
    count(*) filter (where not after and not gone) as orders_before,
    coalesce(sum(paid) filter (where not after and not gone), 0)::bigint as before,
    min(happened_at) filter (where after and not gone) as first_order,
    (array_agg(happened_at order by happened_at) filter (where after and not gone))[2]
      as second_order
  from bill where first_at <= $3::timestamptz - $4::interval group by person, variant, first_at
),
carts as (
  select p.person, p.variant, p.first_at, sum((s.v ->> 2)::bigint)::bigint as adds
  from told t join acting p using (person)
    cross join lateral jsonb_array_elements(t.signals) s(v)
  where t.type = 'CART_ADDED' and s.v ->> 0 = 'CART_ADD'
    and t.happened_at >= p.first_at and t.happened_at < p.first_at + $4::interval
    and p.first_at <= $3::timestamptz - $4::interval
  group by p.person, p.variant, p.first_at
),
seekers as (
  select p.person, p.variant, p.first_at, count(*) as searches,
    count(*) filter (where t.next is null or t.next > t.happened_at + interval '30 minutes')
      as exits
  from trail t join acting p using (person)
  where t.type = 'SEARCHED' and t.happened_at >= p.first_at
    and t.happened_at < p.first_at + $4::interval
    and t.happened_at < $3::timestamptz - interval '30 minutes'
    and p.first_at <= $3::timestamptz - $4::interval
  group by p.person, p.variant, p.first_at
),
-- Orders, carts and searches are added up apart: nothing of one is multiplied with anything of
-- another, and most shoppers did one of the three.
fact as (
  select variant, (first_at at time zone 'UTC')::date as day,
    least(bought, 1) as bought, least(orders_before, 1) as bought_before,
    orders, least(revenue, $6::bigint) as revenue,
    least(gross, $6) as gross,
    least(before, $6) as before, units,
    greatest(-$6, least(margin, $6)) as margin,
    least(discount, $6) as discount,
    least(discount + gross, $6) as full_price,
    least(refund, $6) as refund, least(taken, $6) as taken,
    first_order <= $3::timestamptz - interval '30 days' as seen_30,
    second_order <= first_order + interval '30 days' as again_30,
    first_order <= $3::timestamptz - interval '60 days' as seen_60,
    second_order <= first_order + interval '60 days' as again_60,
    first_order <= $3::timestamptz - interval '90 days' as seen_90,
    second_order <= first_order + interval '90 days' as again_90
  from buyer
),
-- Of each row once; sums that are others' or nothing are written out below.
paying as (
  select variant, day,
    sum(bought) as bought, sum(bought_before) as bought_before,
    sum(bought * bought_before) as bought_both,
    sum(revenue * bought_before) as revenue_regular,
    sum(revenue * revenue * bought_before) as revenue_regular_2,
    sum(orders) as orders, sum(orders * orders) as orders_2,
    sum(revenue) as revenue, sum(revenue * revenue) as revenue_2,
    sum(revenue * before) as revenue_before,
    sum(gross) as gross, sum(gross * gross) as gross_2, sum(gross * orders) as gross_orders,
    sum(before) as before, sum(before * before) as before_2,
    sum(margin) as margin, sum(margin * margin) as margin_2, sum(margin * before) as margin_before,
    sum(units) as units, sum(units * units) as units_2,
    sum(discount) as discount, sum(discount * discount) as discount_2,
    sum(discount * full_price) as discount_full, sum(full_price) as full_price,
    sum(full_price * full_price) as full_2,
    sum(refund) as refund, sum(refund * refund) as refund_2, sum(refund * taken) as refund_taken,
    sum(taken) as taken, sum(taken * taken) as taken_2,
    count(*) filter (where seen_30) as seen_30, count(*) filter (where seen_30 and again_30) as again_30,
    count(*) filter (where seen_60) as seen_60, count(*) filter (where seen_60 and again_60) as again_60,
    count(*) filter (where seen_90) as seen_90, count(*) filter (where seen_90 and again_90) as again_90
  from fact group by variant, day
),
filling as (
  select variant, (first_at at time zone 'UTC')::date as day, sum(adds) as adds,
    sum(adds * adds) as adds_2
  from carts group by 1, 2
),
seeking as (
  select variant, (first_at at time zone 'UTC')::date as day,
    sum(exits) as exits, sum(exits * exits) as exits_2, sum(exits * searches) as exits_searches,
    sum(searches) as searches, sum(searches * searches) as searches_2
  from seekers group by 1, 2
),
-- Also days of which nobody did anything that counts.
total as materialized (
  select variant, day, coalesce(bought, 0) as bought, coalesce(bought_before, 0) as bought_before,
    coalesce(bought_both, 0) as bought_both, coalesce(revenue_regular, 0) as revenue_regular,
    coalesce(revenue_regular_2, 0) as revenue_regular_2, coalesce(orders, 0) as orders,
    coalesce(orders_2, 0) as orders_2, coalesce(revenue, 0) as revenue,
    coalesce(revenue_2, 0) as revenue_2, coalesce(revenue_before, 0) as revenue_before,
    coalesce(gross, 0) as gross, coalesce(gross_2, 0) as gross_2,
    coalesce(gross_orders, 0) as gross_orders, coalesce(before, 0) as before,
    coalesce(before_2, 0) as before_2, coalesce(margin, 0) as margin,
    coalesce(margin_2, 0) as margin_2, coalesce(margin_before, 0) as margin_before,
    coalesce(units, 0) as units, coalesce(units_2, 0) as units_2, coalesce(adds, 0) as adds,
    coalesce(adds_2, 0) as adds_2, coalesce(exits, 0) as exits, coalesce(exits_2, 0) as exits_2,
    coalesce(exits_searches, 0) as exits_searches, coalesce(searches, 0) as searches,
    coalesce(searches_2, 0) as searches_2, coalesce(discount, 0) as discount,
    coalesce(discount_2, 0) as discount_2, coalesce(discount_full, 0) as discount_full,
    coalesce(full_price, 0) as full_price, coalesce(full_2, 0) as full_2,
    coalesce(refund, 0) as refund, coalesce(refund_2, 0) as refund_2,
    coalesce(refund_taken, 0) as refund_taken, coalesce(taken, 0) as taken,
    coalesce(taken_2, 0) as taken_2, coalesce(seen_30, 0) as seen_30,
    coalesce(again_30, 0) as again_30, coalesce(seen_60, 0) as seen_60,
    coalesce(again_60, 0) as again_60, coalesce(seen_90, 0) as seen_90,
    coalesce(again_90, 0) as again_90
  from (
      select distinct variant, (first_at at time zone 'UTC')::date as day
      from acting where first_at <= $3::timestamptz - $4::interval) known
    left join paying using (variant, day) left join filling using (variant, day)
    left join seeking using (variant, day)
),
-- Everybody's units, less those of customers and their devices, and customers as one each.
seen as materialized (
  select variant, (first_at at time zone 'UTC')::date as day,
    count(*) filter (where not crossed) as units,
    count(*) filter (where not crossed and first_at <= $3::timestamptz - $4::interval) as ripe,
    count(*) filter (where crossed) as crossed
  from exposure where experiment = $1 and first_at < $3 group by 1, 2
  union all
  select variant, (first_at at time zone 'UTC')::date,
    -count(*) filter (where not crossed),
    -count(*) filter (where not crossed and first_at <= $3::timestamptz - $4::interval),
    -count(*) filter (where crossed)
  from joined group by 1, 2
  union all
  select variant, (first_at at time zone 'UTC')::date,
    count(*) filter (where not crossed),
    count(*) filter (where not crossed and first_at <= $3::timestamptz - $4::interval),
    count(*) filter (where crossed)
  from customer group by 1, 2
)
select m.yardstick, t.variant, t.day, 0::bigint as units, 0::bigint as ripe, 0::bigint as crossed,
  m.v, m.b, m.p, m.vv, m.bb, m.pp, m.vb, m.vp, 0::numeric as bp
from total t cross join lateral (values
  ('CONVERSION', bought, 0, bought_before, bought, 0, bought_before, 0, bought_both),
  ('REVENUE', revenue, 0, before, revenue_2, 0, before_2, 0, revenue_before),
  ('ORDER_VALUE', gross, orders, 0, gross_2, orders_2, 0, gross_orders, 0),
  ('MARGIN', margin, 0, before, margin_2, 0, before_2, 0, margin_before),
  ('UNITS', t.units, 0, 0, units_2, 0, 0, 0, 0),
  ('CART_ADDS', adds, 0, 0, adds_2, 0, 0, 0, 0),
  ('SEARCH_EXITS', exits, searches, 0, exits_2, searches_2, 0, exits_searches, 0),
  ('DISCOUNT_SHARE', discount, full_price, 0, discount_2, full_2, 0, discount_full, 0),
  ('RETURNS', refund, taken, 0, refund_2, taken_2, 0, refund_taken, 0),
  ('REPEAT_30', again_30, seen_30, 0, again_30, seen_30, 0, again_30, 0),
  ('REPEAT_60', again_60, seen_60, 0, again_60, seen_60, 0, again_60, 0),
  ('REPEAT_90', again_90, seen_90, 0, again_90, seen_90, 0, again_90, 0)
) m(yardstick, v, b, p, vv, bb, pp, vb, vp)
union all
-- What was taken from those who had bought within the 28 days before they came, and how many they are.
select 'REGULARS', variant, day, bought_before::bigint, 0, 0, revenue_regular, 0, 0,
  revenue_regular_2, 0, 0, 0, 0, 0
from total
union all
select 'EXPOSED', variant, day, sum(units)::bigint, sum(ripe)::bigint, sum(crossed)::bigint,
  0, 0, 0, 0, 0, 0, 0, 0, 0
from seen group by variant, day having sum(units) <> 0 or sum(crossed) <> 0
union all
select 'ORDERS', '', null, count(*) filter (where counts and not gone),
  count(*) filter (where counts and not gone and uncosted),
  count(*) filter (where counts and not gone and foreign_paid), 0, 0, 0, 0, 0, 0, 0, 0, 0
from bill
