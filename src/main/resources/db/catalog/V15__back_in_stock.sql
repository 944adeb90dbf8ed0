-- When products were out of stock, so that it can be said that they are back.

create table absence (
  product_id  text collate "C" primary key,
  sold_out_at timestamptz,
  was_sold    boolean not null,
  absent_from timestamptz,
  back_at     timestamptz,
  check ((absent_from is null) = (back_at is null))
);
comment on table absence is
  'Products that are or were out of stock: none of their live variants was, or none was live.';
comment on column absence.sold_out_at is 'Since when it is out of stock; null while it is in stock.';
comment on column absence.was_sold is
  'False for what came in without stock: when it arrives it is not back, and its row goes.';
comment on column absence.back_at is
  'When it last came back after an absence worth mentioning, which began at absent_from.';

-- Of what is out of stock now nobody knows whether it ever was in stock.
insert into absence (product_id, sold_out_at, was_sold)
select id, now(), false
from product
where not exists (
  select from variant
  where product_id = product.id and archived_at is null
    and availability = 'in_stock' and quantity is distinct from 0);
