-- By use case, and all that was bought as the row without one. Follows attributed.sql; $11 from when
-- what was done counts: what led to it may be older.
select p.use_case, coalesce(clicks, 0) as clicks, coalesce(adds, 0) as adds,
  coalesce(orders, 0) as orders, coalesce(pieces, 0) as pieces, coalesce(paid, 0) as paid,
  coalesce(margin, 0) as margin, coalesce(uncosted, 0) as uncosted
from (select distinct use_case from part) p
  left join (
    select use_case, count(distinct (person, decision, subject))
        filter (where kind in ('CLICK', 'VIEW', 'CONTENT_CLICK')) as clicks,
      (sum(pieces) filter (where kind = 'CART_ADD'))::bigint as adds
    from touch where happened_at >= $11::timestamptz group by use_case) t using (use_case)
  left join (
    select use_case, count(distinct (person, order_id)) as orders, sum(pieces)::bigint as pieces,
      sum(paid)::bigint as paid, sum(margin)::bigint as margin,
      count(*) filter (where margin is null) as uncosted
    from credited where happened_at >= $11::timestamptz group by use_case) c using (use_case)
union all
select '', 0, 0, count(distinct (person, order_id)), coalesce(sum(pieces), 0)::bigint,
  coalesce(round(sum(paid)), 0)::bigint,
  coalesce(round(sum(paid - pieces * cost)), 0)::bigint, count(*) filter (where cost is null)
from line where happened_at >= $11::timestamptz
