-- One row. A restore renews the epoch, so that a position in a journal that was read before the restore is recognised as
-- belonging to a past that no longer holds.
create table platform.cluster (
    single boolean primary key default true check (single),
    epoch uuid not null default gen_random_uuid()
);

insert into platform.cluster default values;
