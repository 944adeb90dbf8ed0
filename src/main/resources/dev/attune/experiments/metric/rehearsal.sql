-- Everybody who came within 28 days from $2 on, as if the experiment $1 had shown them its control
-- when they first came into one of its markets, $10, as signals have it; into any where that is
-- empty. Stands for the table of exposures in what follows.
with came as materialized (
  select $1::text as experiment, coalesce(e.customer, e.origin) as unit, 'control'::text as variant,
    min(e.happened_at) as first_at, false as crossed
  from event e
  where e.traffic = 'SHOPPER' and e.happened_at >= $2 and e.happened_at < $3
    and (cardinality($10::text[]) = 0 or e.signals @> any ($10::text[]::jsonb[]))
  group by 2 having min(e.happened_at) < $2::timestamptz + interval '28 days'
),
