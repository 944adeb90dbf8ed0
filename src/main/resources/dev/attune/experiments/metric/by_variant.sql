-- By use case and variant, of shoppers whose window is over. Follows attributed.sql; $11 the cap.
,
taking as materialized (
  select x.unit as person, x.variant, x.first_at
  from exposure x
  where x.experiment = $1 and x.first_at <= $3::timestamptz - $4::interval and not x.crossed
    and x.unit not like 'customer:%' and x.unit in (select person from touch)
  union all
  select person, variant, first_at from customer
  where not crossed and first_at <= $3::timestamptz - $4::interval
    and person in (select person from touch)
),
did as (
  select g.variant, t.use_case, t.person, count(distinct (t.decision, t.subject))
      filter (where t.kind in ('CLICK', 'VIEW', 'CONTENT_CLICK')) as clicks,
    coalesce(sum(t.pieces) filter (where t.kind = 'CART_ADD'), 0)::bigint as adds
  from touch t join taking g using (person)
  where t.happened_at >= g.first_at and t.happened_at < g.first_at + $4::interval
  group by 1, 2, 3
),
bought as (
  select g.variant, c.use_case, c.person, 1::bigint as ordered,
    least(sum(c.paid)::bigint, $11::bigint) as paid,
    greatest(-$11, least(coalesce(sum(c.margin), 0)::bigint, $11)) as margin
  from credited c join taking g using (person)
  where c.happened_at >= g.first_at and c.happened_at < g.first_at + $4::interval
  group by 1, 2, 3
),
fact as (
  select variant, use_case, coalesce(clicks, 0) as clicks, coalesce(adds, 0) as adds,
    coalesce(ordered, 0) as ordered, coalesce(paid, 0) as paid, coalesce(margin, 0) as margin
  from did full join bought using (variant, use_case, person)
)
select variant, use_case,
  sum(clicks) as clicks, sum(clicks * clicks) as clicks_2, sum(adds) as adds,
  sum(adds * adds) as adds_2, sum(ordered) as ordered, sum(ordered) as ordered_2, sum(paid) as paid,
  sum(paid * paid) as paid_2, sum(margin) as margin, sum(margin * margin) as margin_2
from fact group by variant, use_case
