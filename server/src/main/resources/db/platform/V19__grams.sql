-- The same runs as before in half the time, linear in the length of the text; an index drops those that come twice by itself.
create or replace function platform.grams(value text) returns text[]
    language plpgsql immutable parallel safe strict as $$
begin
    if length(value) < 2 then
        return array[value];
    end if;
    return array(select a || b
                   from unnest(string_to_array(value, null), string_to_array(substr(value, 2), null)) pair(a, b)
                  where b is not null);
end $$;
