-- What lets a person do one thing without signing in, such as the link in a mail that asks for a decision.
create table platform.pass (
    -- SHA-256 of what the link says
    hash bytea primary key,
    tenant text not null,
    sign_in uuid not null references platform.sign_in on delete cascade,
    -- the part of Hemai that made it, and takes it
    purpose text not null,
    about text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index pass_sign_in on platform.pass (sign_in);
create index pass_expires_at on platform.pass (expires_at);

-- A tenant's role makes passes for its own people, in the transaction of what sends them, and ends them, and sees none.
alter table platform.pass enable row level security;
create policy own on platform.pass using ('t_' || tenant = current_user);
grant select (sign_in), insert, delete on platform.pass to public;
