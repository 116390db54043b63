-- How people get in. A person's record lives in the tenant's schema and is known here by its id only.
create table platform.sign_in (
    id uuid primary key,
    tenant text not null references platform.tenant,
    user_id uuid not null,
    -- folded, so that it compares as people expect
    login text not null,
    label text not null,
    locale text,
    time_zone text,
    active boolean not null default true,
    -- Argon2id; null until a password is set
    password_hash text,
    password_changed_at timestamptz,
    -- what a browser shows in which this person has signed in before
    device text not null,
    created_at timestamptz not null,
    unique (tenant, login),
    unique (tenant, user_id)
);

create table platform.session (
    -- SHA-256 of what the cookie says
    id bytea primary key,
    tenant text not null,
    sign_in uuid not null references platform.sign_in on delete cascade,
    csrf text not null,
    created_at timestamptz not null,
    -- written at most once a minute
    accessed_at timestamptz not null,
    expires_at timestamptz not null,
    address text not null,
    user_agent text not null
);
create index session_sign_in on platform.session (sign_in);
create index session_expires_at on platform.session (expires_at);

create table platform.token (
    id uuid primary key,
    -- SHA-256 of the token
    hash bytea not null unique,
    tenant text not null,
    sign_in uuid not null references platform.sign_in on delete cascade,
    -- the token that made this one and takes it along when it is revoked
    parent uuid references platform.token on delete cascade,
    name text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    -- written at most once a minute
    last_used_at timestamptz
);
create index token_sign_in on platform.token (sign_in);
create index token_parent on platform.token (parent);

-- Failed sign-ins of the last hour; may be lost.
create unlogged table platform.throttle (
    key text primary key,
    failures integer not null,
    failed_at timestamptz not null,
    open_at timestamptz not null
);
create index throttle_failed_at on platform.throttle (failed_at);

-- A tenant's role keeps its own people's sign-ins in step with their records, in the same transaction, and sees no hashes.
alter table platform.sign_in enable row level security;
alter table platform.session enable row level security;
alter table platform.token enable row level security;
create policy own on platform.sign_in using ('t_' || tenant = current_user);
create policy own on platform.session using ('t_' || tenant = current_user);
create policy own on platform.token using ('t_' || tenant = current_user);
grant select (id, tenant, user_id, login, label, locale, time_zone, active, password_changed_at, created_at)
    on platform.sign_in to public;
grant insert, update, delete on platform.sign_in to public;
grant select (id, tenant, sign_in, created_at, accessed_at, expires_at, address, user_agent), delete
    on platform.session to public;
grant select (id, tenant, sign_in, name, scopes, created_at, expires_at, last_used_at), delete
    on platform.token to public;
