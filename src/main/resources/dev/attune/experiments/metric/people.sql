-- Who is one person, and what the experiment $1 showed customers until $3.
with sole as materialized (
  select visitor, min(customer) as customer from link
  where split_at is null group by visitor having count(*) = 1
),
-- Customers and their devices, who have to be brought together; all others are one row of one unit.
joined as materialized (
  select s.customer as person, x.variant, x.first_at, x.crossed
  from sole s join exposure x on x.unit = s.visitor
  where x.experiment = $1 and x.first_at < $3
  union all
  select x.unit, x.variant, x.first_at, x.crossed
  from exposure x
  where x.experiment = $1 and x.first_at < $3 and x.unit like 'customer:%'
),
customer as materialized (
  select person, (array_agg(variant order by first_at, variant))[1] as variant,
    min(first_at) as first_at, bool_or(crossed) or count(distinct variant) > 1 as crossed
  from joined group by person
)
