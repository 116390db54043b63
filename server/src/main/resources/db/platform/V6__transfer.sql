-- Imports and exports that are still to be done. What they are about stands in the tenant's schema.
create table platform.transfer_job (
    id uuid primary key,
    tenant text not null,
    kind text not null,
    worker uuid,
    -- whose time has come, or whose worker has died, is anybody's to take
    leased_until timestamptz not null
);
