-- What decisions led to: who did something with what one showed, and who then bought it. Follows
-- people.sql. $2 since when, $3 until when, $4 how long after it a purchase still counts, $5 currency,
-- $6 to $8 products with their costs and prices in minor units, -1 for an unknown one, $9 and $10 what
-- slots' names begin with and the use cases that those are.
,
known as materialized (
  select product, nullif(cost, -1) as cost, nullif(price, -1) as price
  from unnest($6::text[], $7::bigint[], $8::bigint[]) as k(product, cost, price)
),
part as materialized (
  select prefix, use_case from unnest($9::text[], $10::text[]) as p(prefix, use_case)
),
told as materialized (
  select coalesce(e.customer, s.customer, e.origin) as person, e.type, e.happened_at, e.decision_id,
    e.signals
  from event e left join sole s on s.visitor = e.origin
  where e.traffic = 'SHOPPER' and e.happened_at >= $2 and e.happened_at < $3
    and (e.decision_id is not null or e.type in ('ORDER_COMPLETED', 'ORDER_REFUNDED'))
),
-- Ids of decisions cannot be guessed: whoever names one was shown it.
touch as materialized (
  select t.person, t.happened_at, p.use_case, d.id as decision, s.v ->> 0 as kind,
    s.v ->> 1 as subject, (s.v ->> 2)::bigint as pieces
  from told t
    join decision d on d.id = regexp_replace(t.decision_id, '^gid://attune/Decision/', '')
    join part p on starts_with(d.slot, p.prefix)
    cross join lateral jsonb_array_elements(t.signals) s(v)
  where s.v ->> 0 in ('CLICK', 'VIEW', 'CONTENT_CLICK', 'CART_ADD', 'BUY')
),
gone as materialized (
  select t.person, s.v ->> 1 as order_id
  from told t cross join lateral jsonb_array_elements(t.signals) s(v)
  where t.type = 'ORDER_REFUNDED' and s.v ->> 0 = 'CANCELLED'
),
-- An order counts once, however often it is told of, and one that was cancelled not at all.
placed as materialized (
  select distinct on (t.person, g.order_id)
    t.person, g.order_id, t.happened_at, coalesce(g.paid, 0)::numeric as paid, t.signals
  from told t cross join lateral (
    select max(s.v ->> 1) filter (where s.v ->> 0 = 'ORDER') as order_id,
      sum((s.v ->> 2)::bigint) filter (where s.v ->> 0 = 'PAID' and s.v ->> 1 like $5::text || '/%')
        as paid
    from jsonb_array_elements(t.signals) s(v)) g
  where t.type = 'ORDER_COMPLETED' and g.order_id is not null
    and not exists (
      select from gone k where k.person = t.person and k.order_id = g.order_id)
  order by t.person, g.order_id, t.happened_at
),
-- What was paid for an order is shared among its goods by what they cost in the shop today.
line as materialized (
  select person, order_id, happened_at, product, pieces,
    paid * weight / sum(weight) over (partition by person, order_id) as paid, cost
  from (
    select b.person, b.order_id, b.happened_at, b.paid, s.v ->> 1 as product,
      (s.v ->> 2)::bigint as pieces, k.cost,
      greatest((s.v ->> 2)::numeric * coalesce(k.price, avg(k.price) over (
        partition by b.person, b.order_id), 1), 1) as weight
    from placed b cross join lateral jsonb_array_elements(b.signals) s(v)
      left join known k on k.product = s.v ->> 1
    where s.v ->> 0 = 'BUY') weighed
),
-- Goods belong to the last decision through which the person came to them before buying.
credited as materialized (
  select distinct on (l.person, l.order_id, l.product)
    t.use_case, l.person, l.order_id, l.happened_at, l.pieces, round(l.paid)::bigint as paid,
    case when l.cost is not null then round(l.paid)::bigint - l.pieces * l.cost end as margin
  from line l join touch t on t.person = l.person and t.subject = l.product
    and t.happened_at <= l.happened_at and t.happened_at > l.happened_at - $4::interval
  where t.kind <> 'CONTENT_CLICK'
  order by l.person, l.order_id, l.product, t.happened_at desc, t.decision desc
)
