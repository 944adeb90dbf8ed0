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
    e.signals,
    case when e.type = 'ORDER_REFUNDED' and e.body is json object
      then coalesce(e.body::jsonb #>> '{properties,order_id}',
        e.body::jsonb #>> '{properties,transaction_id}', e.body::jsonb ->> 'orderId')
    end as returned
  from event e left join sole s on s.visitor = e.origin
  where e.traffic = 'SHOPPER' and e.happened_at >= $2
    and (e.happened_at < $3 and (e.decision_id is not null or e.type = 'ORDER_COMPLETED')
      or e.type = 'ORDER_REFUNDED')
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
-- What came back, also after the time that is looked at, each telling by itself.
returned as materialized (
  select row_number() over () as telling, t.person, g.order_id, g.cancelled, g.priced, g.minor,
    g.proven, t.signals
  from told t cross join lateral (
    select coalesce(
        max(case s.v ->> 0 when 'CANCELLED' then s.v ->> 1 when 'REFUNDED' then substr(s.v ->> 1, 5)
          end), t.returned) as order_id,
      bool_or(s.v ->> 0 = 'CANCELLED') as cancelled, bool_or(s.v ->> 0 = 'REFUNDED') as priced,
      coalesce(sum((s.v ->> 2)::bigint) filter (
        where s.v ->> 0 = 'REFUNDED' and s.v ->> 1 like $5::text || '/%'), 0) as minor,
      bool_or(s.v ->> 0 = 'PROVEN'
        or s.v ->> 0 = 'ORDER_PART' and starts_with(s.v ->> 1, 'p')) as proven
    from jsonb_array_elements(t.signals) s(v)) g
  where t.type = 'ORDER_REFUNDED' and g.order_id is not null
),
-- What was paid for an order and what is in it say those who prove it, where one does; else who told
-- of it first.
telling as (
  select t.person, g.order_id, t.happened_at, g.paid, g.foreign_paid,
    g.proven and (g.paid is not null or g.foreign_paid) as surely,
    bool_or(g.proven) over (partition by t.person, g.order_id) as proven,
    first_value(t.signals) over goods as signals
  from told t cross join lateral (
    select max(s.v ->> 1) filter (where s.v ->> 0 = 'ORDER') as order_id,
      sum((s.v ->> 2)::bigint) filter (where s.v ->> 0 = 'PAID' and s.v ->> 1 like $5::text || '/%')
        as paid,
      coalesce(bool_or(s.v ->> 0 = 'PAID' and s.v ->> 1 not like $5::text || '/%'), false)
        as foreign_paid,
      bool_or(s.v ->> 0 = 'PROVEN') as proven, bool_or(s.v ->> 0 = 'BUY') as lined
    from jsonb_array_elements(t.signals) s(v)) g
  where t.type = 'ORDER_COMPLETED' and g.order_id is not null
  window goods as (
    partition by t.person, g.order_id order by (g.proven and g.lined) desc, t.happened_at)
),
-- An order counts once, however often it is told of, and one that was cancelled not at all; one that
-- is proven is cancelled by proof. Of one that was paid in another currency neither the money nor
-- what its goods cost counts.
placed as materialized (
  select distinct on (person, order_id) person, order_id, happened_at,
    coalesce(paid, 0)::numeric as paid, paid is null and foreign_paid as abroad, proven, signals
  from telling t
  where not exists (
    select from returned r
    where r.cancelled and (r.proven or not t.proven)
      and r.person = t.person and r.order_id = t.order_id)
  order by person, order_id, surely desc, happened_at
),
-- What was paid for an order is shared among its goods by what they cost in the shop today.
sold as materialized (
  select person, order_id, happened_at, proven, product, pieces,
    paid * weight / sum(weight) over (partition by person, order_id) as paid, cost
  from (
    select b.person, b.order_id, b.happened_at, b.proven, b.paid, g.product, g.pieces,
      case when b.abroad then 0 else k.cost end as cost,
      greatest(g.pieces * coalesce(k.price, avg(k.price) over (
        partition by b.person, b.order_id), 1), 1) as weight
    from placed b cross join lateral (
        select s.v ->> 1 as product, sum((s.v ->> 2)::bigint)::bigint as pieces
        from jsonb_array_elements(b.signals) s(v) where s.v ->> 0 = 'BUY' group by 1) g
      left join known k on k.product = g.product) weighed
),
-- Money goes back from the goods that the refund names, by what was paid for them, or from all; goods
-- of which nobody says what was paid back take what was paid for them. From what is proven it goes
-- back by proof.
back as materialized (
  select person, order_id, product, sum(pieces)::bigint as pieces,
    sum(coalesce(case
      when not priced then worth
      when named > 0 then minor * worth / named
      else minor * paid / nullif(whole, 0) end, 0)) as paid
  from (
    select *, sum(worth) over (partition by telling) as named,
      sum(paid) over (partition by telling) as whole
    from (
      select r.telling, r.person, r.order_id, r.priced, r.minor, l.product, l.paid, g.pieces,
        l.paid * g.pieces / l.pieces as worth
      from returned r join sold l using (person, order_id)
        cross join lateral (
          select least(coalesce(sum((s.v ->> 2)::bigint), 0), l.pieces) as pieces
          from jsonb_array_elements(r.signals) s(v)
          where s.v ->> 0 = 'RETURN' and s.v ->> 1 = l.product) g
      where r.proven or not l.proven) item) part
  group by person, order_id, product
),
-- What is left of it.
line as materialized (
  select l.person, l.order_id, l.happened_at, l.product, l.cost,
    greatest(l.pieces - coalesce(b.pieces, 0), 0) as pieces,
    greatest(l.paid - coalesce(b.paid, 0), 0) as paid
  from sold l left join back b using (person, order_id, product)
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
