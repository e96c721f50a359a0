-- who asked for words of an entry to be erased, by which decision, and who decided; the words themselves do not stand here
create table audit_erasure (
    id bigint not null auto_increment,
    case_key varchar(80) not null,
    -- the entry of the audit
    entry bigint not null,
    -- which of its fields, a line each
    fields varchar(2000) not null,
    -- the number of the decision
    document varchar(100) not null,
    reason varchar(1000) not null,
    asked_by varchar(64) not null,
    asked_at datetime(6) not null,
    decided_by varchar(64),
    decided_at datetime(6),
    -- null while nobody has decided
    agreed boolean,
    constraint audit_erasure_pk primary key (id)
);

create index audit_erasure_entry on audit_erasure (entry);
