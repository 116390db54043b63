-- What is done once a night for each tenant: who raises the day does it.
create table platform.chore (
    tenant text not null references platform.tenant on delete cascade,
    name text not null,
    done_on date not null,
    primary key (tenant, name)
);
