-- Whose work an entry is, so that nobody of a company waits behind all that a colleague has asked for; zeros stand for Hemai.
alter table platform.transfer_job
    add column person uuid not null default '00000000-0000-0000-0000-000000000000';

-- When work of each was last taken.
create table platform.transfer_turn (
    tenant text not null,
    person uuid not null,
    taken_at timestamptz not null,
    primary key (tenant, person)
);
