-- Plans of experiments and reports ask for orders of some weeks: few among all that happened then.
create index event_orders on event (happened_at) where type = 'ORDER_COMPLETED';
