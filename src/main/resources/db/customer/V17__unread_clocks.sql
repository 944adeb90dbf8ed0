-- How many events said in no readable way when they were sent: their clocks could not be corrected.
alter table event_count add column uncorrected bigint not null default 0;
