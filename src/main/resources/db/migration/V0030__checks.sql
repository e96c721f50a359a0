-- verifications of the ledger, each night and whenever somebody asks
create table audit_check (
    id bigint not null auto_increment,
    -- the night it belongs to, on the real calendar; null if somebody asked for it
    on_day date,
    asked_by varchar(64),
    -- real time, as the next
    started_at datetime(6) not null,
    -- null while it runs, and for ever if its node ended
    finished_at datetime(6),
    links bigint,
    sealed bigint,
    findings integer,
    -- the first findings, a line each: kind, space, place
    places longtext,
    constraint audit_check_pk primary key (id),
    -- whichever node is first
    constraint audit_check_night unique (on_day)
);
