-- One experiment, added up: by yardstick, variant and day of the first exposure.
-- $1 experiment, $2 its start, $3 until when, $4 the window, $5 currency, $6 the cap in minor units,
-- $7 and $8 products and their costs in minor units, $9 minor units in a unit of the currency.
with sole as materialized (
  select visitor, min(customer) as customer from link
  where split_at is null group by visitor having count(*) = 1
),
joined as (
  select coalesce(s.customer, x.unit) as person, x.variant, x.first_at, x.crossed
  from exposure x left join sole s on s.visitor = x.unit
  where x.experiment = $1 and x.first_at < $3
    and (s.visitor is not null or x.unit like 'customer:%')
),
-- Most are one row of one unit; only customers and their devices have to be brought together.
person as not materialized (
  select x.unit as person, x.variant, x.first_at, x.crossed
  from exposure x
  where x.experiment = $1 and x.first_at < $3 and x.unit not like 'customer:%'
    and not exists (select from sole s where s.visitor = x.unit)
  union all
  select person, (array_agg(variant order by first_at, variant))[1], min(first_at),
    bool_or(crossed) or count(distinct variant) > 1
  from joined group by person
),
cost as materialized (
  select product, minor from unnest($7::text[], $8::bigint[]) as c(product, minor)
),
told as materialized (
  select coalesce(e.customer, s.customer, e.origin) as person, e.type, e.happened_at, e.signals,
    case when e.type = 'ORDER_COMPLETED' and e.body is json object
      then coalesce(e.body::jsonb #>> '{properties,discount}', e.body::jsonb ->> 'discount')
    end as discount
  from event e left join sole s on s.visitor = e.origin
  where e.type in ('ORDER_COMPLETED', 'ORDER_REFUNDED', 'CART_ADDED') and e.traffic = 'SHOPPER'
    and e.happened_at >= $2::timestamptz - interval '28 days' and e.happened_at < $3
),
-- An order counts once, however often it is told of.
placed as materialized (
  select distinct on (t.person, g.order_id)
    t.person, g.order_id, t.happened_at, coalesce(g.paid, 0)::bigint as paid, g.foreign_paid,
    g.units, g.cost, g.uncosted,
    case when t.discount ~ '^\d{1,9}(\.\d{1,4})?$' then round(t.discount::numeric * $9::bigint)::bigint
      else 0 end as discount
  from told t cross join lateral (
    select max(s.v ->> 1) filter (where s.v ->> 0 = 'ORDER') as order_id,
      sum((s.v ->> 2)::bigint) filter (where s.v ->> 0 = 'PAID' and s.v ->> 1 like $5::text || '/%')
        as paid,
      coalesce(bool_or(s.v ->> 0 = 'PAID' and s.v ->> 1 not like $5::text || '/%'), false)
        as foreign_paid,
      coalesce(sum((s.v ->> 2)::bigint) filter (where s.v ->> 0 = 'BUY'), 0)::bigint as units,
      coalesce(sum((s.v ->> 2)::bigint * c.minor), 0)::bigint as cost,
      bool_or(s.v ->> 0 = 'BUY' and c.minor is null)
        or not bool_or(s.v ->> 0 = 'BUY') as uncosted
    from jsonb_array_elements(t.signals) s(v)
      left join cost c on s.v ->> 0 = 'BUY' and c.product = s.v ->> 1) g
  where t.type = 'ORDER_COMPLETED' and g.order_id is not null
  order by t.person, g.order_id, t.happened_at
),
back as materialized (
  select t.person,
    case when s.v ->> 0 = 'CANCELLED' then s.v ->> 1 else substr(s.v ->> 1, 5) end as order_id,
    bool_or(s.v ->> 0 = 'CANCELLED') as cancelled,
    coalesce(sum((s.v ->> 2)::bigint) filter (where s.v ->> 0 = 'REFUNDED'), 0)::bigint as refund
  from told t cross join lateral jsonb_array_elements(t.signals) s(v)
  where t.type = 'ORDER_REFUNDED'
    and (s.v ->> 0 = 'CANCELLED' or s.v ->> 0 = 'REFUNDED' and s.v ->> 1 like $5::text || '/%')
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
-- Whoever did nothing that counts is a zero, and is only counted.
acting as materialized (
  select p.person, p.variant, p.first_at from person p
  where not p.crossed and p.person in (select person from told union select person from trail)
),
bill as materialized (
  select p.person, b.happened_at, b.paid, b.foreign_paid, b.units, b.cost, b.uncosted, b.discount,
    coalesce(k.cancelled, false) as gone,
    case when k.cancelled then b.paid else least(coalesce(k.refund, 0), b.paid) end as refund,
    b.happened_at >= p.first_at as after,
    b.happened_at >= p.first_at and b.happened_at < p.first_at + $4::interval as counts
  from placed b join acting p using (person) left join back k using (person, order_id)
  where b.happened_at >= p.first_at - interval '28 days'
),
buyer as (
  select person,
    count(*) filter (where counts and not gone) as orders,
    coalesce(sum(paid) filter (where counts and not gone), 0)::bigint as revenue,
    coalesce(sum(paid) filter (where counts), 0)::bigint as taken,
    coalesce(sum(refund) filter (where counts), 0)::bigint as refund,
    coalesce(sum(units) filter (where counts and not gone), 0)::bigint as units,
    coalesce(sum(paid - cost) filter (where counts and not gone and not uncosted), 0)::bigint
      as margin,
    coalesce(sum(discount) filter (where counts and not gone), 0)::bigint as discount,
    count(*) filter (where not after and not gone) as orders_before,
    coalesce(sum(paid) filter (where not after and not gone), 0)::bigint as before,
    min(happened_at) filter (where after and not gone) as first_order,
    (array_agg(happened_at order by happened_at) filter (where after and not gone))[2]
      as second_order
  from bill group by person
),
carts as (
  select p.person, sum((s.v ->> 2)::bigint)::bigint as adds
  from told t join acting p using (person)
    cross join lateral jsonb_array_elements(t.signals) s(v)
  where t.type = 'CART_ADDED' and s.v ->> 0 = 'CART_ADD'
    and t.happened_at >= p.first_at and t.happened_at < p.first_at + $4::interval
  group by p.person
),
seekers as (
  select p.person, count(*) as searches,
    count(*) filter (where t.next is null or t.next > t.happened_at + interval '30 minutes')
      as exits
  from trail t join acting p using (person)
  where t.type = 'SEARCHED' and t.happened_at >= p.first_at
    and t.happened_at < p.first_at + $4::interval
    and t.happened_at < $3::timestamptz - interval '30 minutes'
  group by p.person
),
fact as materialized (
  select person, coalesce(orders, 0) as orders, coalesce(revenue, 0) as revenue,
    coalesce(taken, 0) as taken, coalesce(refund, 0) as refund, coalesce(units, 0) as units,
    coalesce(margin, 0) as margin, coalesce(discount, 0) as discount,
    coalesce(orders_before, 0) as orders_before, coalesce(before, 0) as before,
    first_order, second_order, coalesce(adds, 0) as adds, coalesce(searches, 0) as searches,
    coalesce(exits, 0) as exits
  from buyer full join carts using (person) full join seekers using (person)
),
cell as (
  select m.yardstick, p.variant, (p.first_at at time zone 'UTC')::date as day, m.v, m.b, m.p
  from fact f join acting p using (person)
    cross join lateral (values
      ('CONVERSION', least(f.orders, 1), 0::bigint, least(f.orders_before, 1)),
      ('REVENUE', least(f.revenue, $6::bigint), 0, least(f.before, $6)),
      ('ORDER_VALUE', least(f.revenue, $6::bigint), f.orders, 0),
      ('MARGIN', greatest(-$6, least(f.margin, $6)), 0, least(f.before, $6)),
      ('UNITS', f.units, 0, 0),
      ('CART_ADDS', f.adds, 0, 0),
      ('SEARCH_EXITS', f.exits, f.searches, 0),
      ('DISCOUNT_SHARE', least(f.discount, $6), least(f.discount + f.revenue, $6), 0),
      ('RETURNS', least(f.refund, $6), least(f.taken, $6), 0),
      ('REPEAT_30',
        (f.first_order <= $3::timestamptz - interval '30 days'
          and f.second_order <= f.first_order + interval '30 days')::int::bigint,
        (f.first_order <= $3::timestamptz - interval '30 days')::int::bigint, 0),
      ('REPEAT_60',
        (f.first_order <= $3::timestamptz - interval '60 days'
          and f.second_order <= f.first_order + interval '60 days')::int::bigint,
        (f.first_order <= $3::timestamptz - interval '60 days')::int::bigint, 0),
      ('REPEAT_90',
        (f.first_order <= $3::timestamptz - interval '90 days'
          and f.second_order <= f.first_order + interval '90 days')::int::bigint,
        (f.first_order <= $3::timestamptz - interval '90 days')::int::bigint, 0)
    ) m(yardstick, v, b, p)
  where p.first_at <= $3::timestamptz - $4::interval
)
select yardstick, variant, day, 0::bigint as units, 0::bigint as ripe, 0::bigint as crossed,
  coalesce(sum(v), 0) as v, coalesce(sum(b), 0) as b, coalesce(sum(p), 0) as p,
  coalesce(sum(v * v), 0) as vv, coalesce(sum(b * b), 0) as bb, coalesce(sum(p * p), 0) as pp,
  coalesce(sum(v * b), 0) as vb, coalesce(sum(v * p), 0) as vp, coalesce(sum(b * p), 0) as bp
from cell group by yardstick, variant, day
union all
select 'EXPOSED', variant, (first_at at time zone 'UTC')::date, count(*) filter (where not crossed),
  count(*) filter (where not crossed and first_at <= $3::timestamptz - $4::interval),
  count(*) filter (where crossed), 0, 0, 0, 0, 0, 0, 0, 0, 0
from person group by 2, 3
union all
select 'ORDERS', '', null, count(*) filter (where counts and not gone),
  count(*) filter (where counts and not gone and uncosted),
  count(*) filter (where counts and not gone and foreign_paid), 0, 0, 0, 0, 0, 0, 0, 0, 0
from bill
