-- Plans of experiments and reports ask for orders of some weeks: few among all that happened then.
-- A migration runs in a transaction, in which an index cannot be made beside writers: docs/deploying.md
-- says how to make it before.
create index if not exists event_orders on event (happened_at) where type = 'ORDER_COMPLETED';
