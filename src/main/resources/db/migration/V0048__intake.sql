-- an annex that the plan office reviews before it becomes a plan: what was understood of it, not the file
create table intake_draft (
    id bigint not null auto_increment,
    plan_year integer not null,
    number varchar(60) not null,
    title varchar(400) not null,
    issuer varchar(200) not null,
    issued_on date not null,
    aim varchar(2000) not null,
    -- the plan year whose targets, pillars and solution groups it stands on; null for those this version ships
    stands_on integer,
    file_name varchar(200) not null,
    file_kind varchar(8) not null,
    sha256 char(64) not null,
    -- JSON; personal data and whatever is secret were taken out before
    annex longtext not null,
    state varchar(8) not null,
    created_by varchar(64) not null,
    created_at datetime(6) not null,
    ended_by varchar(64),
    ended_at datetime(6),
    constraint intake_draft_pk primary key (id)
);

-- what a person decided on a cell; the last word stands
create table intake_decision (
    draft bigint not null,
    -- place of the row in the annex, from 1; rows of targets after those of tasks
    line integer not null,
    field varchar(16) not null,
    content varchar(2000) not null,
    decided_by varchar(64) not null,
    decided_at datetime(6) not null,
    constraint intake_decision_pk primary key (draft, line, field),
    constraint intake_decision_draft_fk foreign key (draft) references intake_draft (id)
);

-- what a person decided on a name, wherever it stands
create table intake_name (
    draft bigint not null,
    -- in small letters without marks and signs
    words varchar(500) not null,
    -- codes of units, or OUTSIDE
    meaning varchar(1000) not null,
    -- a unit that the directory does not know yet, named by its code in the meaning; else null
    unit_name varchar(200),
    unit_kind varchar(20),
    unit_from date,
    decided_by varchar(64) not null,
    decided_at datetime(6) not null,
    constraint intake_name_pk primary key (draft, words),
    constraint intake_name_draft_fk foreign key (draft) references intake_draft (id)
);
