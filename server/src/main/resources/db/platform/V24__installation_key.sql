-- Secrets of the whole installation, from which others follow; no tenant's role sees them.
create table platform.installation_key (
    purpose text primary key,
    secret bytea not null
);
