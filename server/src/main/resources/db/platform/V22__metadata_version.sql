-- The metadata version of the tenant whose role runs the transaction, as it is committed at this moment.
create function platform.metadata_version() returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select metadata_version from platform.tenant where 't_' || id = current_setting('role')
$$;
