-- append-only: the application only inserts and selects here
create table audit_entry (
    id bigint not null auto_increment,
    case_key varchar(80),
    actor varchar(64),
    action varchar(80) not null,
    refused boolean not null,
    facts longtext not null,
    business_time datetime(6) not null,
    real_time datetime(6) not null,
    constraint audit_entry_pk primary key (id)
);

create index audit_entry_case on audit_entry (case_key, id);
create index audit_entry_actor on audit_entry (actor, id);
