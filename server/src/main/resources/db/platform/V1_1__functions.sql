-- The one way in which text compares: without case, after NFKC, without invisible characters, white space collapsed.
-- The same as io.hemai.kernel.text.Normalised; a test holds the two together over all of Unicode.
create function platform.fold(value text) returns text
    language plpgsql immutable parallel safe strict as $$
begin
    if value !~ '[^ -~]' then
        value := lower(value collate pg_c_utf8);
    else
        value := normalize(lower(normalize(translate(value,
            U&'\0009\000A\000B\000C\000D\0085\1680\2028\2029\00AD\200B\200C\200D\2060\FEFF',
            '         '), nfkc) collate pg_c_utf8), nfkc);
    end if;
    if position('  ' in value) > 0 then
        value := regexp_replace(value, ' {2,}', ' ', 'g');
    end if;
    return btrim(value);
end $$;

-- All runs of two characters, for an index that finds any two Chinese characters wherever they stand.
create function platform.grams(value text) returns text[]
    language plpgsql immutable parallel safe strict as $$
begin
    return array(select distinct substr(value, i, 2) from generate_series(1, greatest(length(value) - 1, 1)) i);
end $$;

-- Raises a version of the tenant whose role runs the transaction, with that transaction and nothing else.
create function platform.metadata_changed() returns void
    language sql security definer set search_path = pg_catalog as $$
    update platform.tenant set metadata_version = metadata_version + 1
     where 't_' || id = current_setting('role')
$$;

create function platform.rights_changed() returns void
    language sql security definer set search_path = pg_catalog as $$
    update platform.tenant set rights_version = rights_version + 1
     where 't_' || id = current_setting('role')
$$;
