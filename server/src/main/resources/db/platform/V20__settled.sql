-- Writes the pending entries of the bound tenant's search index to their places: after many at once, so that no search has to
-- read through them. Only its owner may.
create function platform.search_settled() returns void
    language sql security definer set search_path = pg_catalog as $$
    select gin_clean_pending_list(format('%I.search_entry_grams', current_setting('role'))::regclass)
$$;
