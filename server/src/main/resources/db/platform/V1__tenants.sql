-- Every company that works in this installation. Its records live in a schema of their own.
create table platform.tenant (
    id text primary key,
    label text not null,
    time_zone text not null default 'Asia/Shanghai',
    locale text not null default 'zh-CN',
    base_currency text not null default 'CNY',
    -- raised with every change, so that each node notices on its next request
    metadata_version bigint not null default 1,
    rights_version bigint not null default 1,
    -- 'active', or why the tenant is set aside in state_reason
    state text not null default 'active',
    state_reason text,
    created_at timestamptz not null default now()
);
