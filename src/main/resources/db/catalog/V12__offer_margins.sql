-- What an offer costs the shop, for the margin policy.

alter table offer
  add column discount     double precision check (discount >= 0 and discount < 1),
  add column margin_floor double precision check (margin_floor > 0 and margin_floor <= 1);
comment on column offer.discount is 'The share of the price that it takes off; null where nobody said.';
comment on column offer.margin_floor is
  'What it has to leave of the price after the cost; null for the floor of attune.offers.';
