-- since when the case stands as its row says; what it was before is kept in casework_case_past
alter table casework_case add column since_at datetime(6) null;
update casework_case set since_at = coalesce(ended_at, opened_at);
alter table casework_case modify column since_at datetime(6) not null;
-- the day a decision set, working day or not; null while the plan's words rule the deadline
alter table casework_case add column set_due_on date null;
alter table casework_case add column extensions integer default 0 not null;
-- the head's own deadline for the officer; never later than due_on
alter table casework_case add column internal_due_on date null;
-- how many period reports a recurring case owes; 0 where the assignment does not recur
alter table casework_case add column reports integer default 0 not null;
-- the case this one was handed over from, or to
alter table casework_case add column handed_from varchar(80) null;
alter table casework_case add column handed_to varchar(80) null;

-- how a case stood before: with the current row, the standing as of any past moment
create table casework_case_past (
    case_key varchar(80) not null,
    from_at datetime(6) not null,
    to_at datetime(6) not null,
    state varchar(12) not null,
    due_on date not null,
    submitted_at datetime(6),
    constraint casework_case_past_pk primary key (case_key, from_at),
    constraint casework_case_past_case_fk foreign key (case_key) references casework_case (case_key)
);

create index casework_case_past_time on casework_case_past (to_at, from_at);

-- every move of a deadline, with the decision behind it
create table casework_deadline_move (
    id bigint not null auto_increment,
    case_key varchar(80) not null,
    cause varchar(12) not null,
    from_on date not null,
    to_on date not null,
    reason varchar(4000) not null,
    moved_at datetime(6) not null,
    moved_by varchar(64),
    constraint casework_deadline_move_pk primary key (id),
    constraint casework_deadline_move_case_fk foreign key (case_key) references casework_case (case_key)
);

create index casework_deadline_move_case on casework_deadline_move (case_key, id);

create table casework_extension (
    case_key varchar(80) not null,
    number integer not null,
    due_on date not null,
    asked_on date not null,
    reason varchar(4000) not null,
    requested_by varchar(64) not null,
    requested_at datetime(6) not null,
    -- GRANTED, REFUSED, LAPSED with the case; null while nobody has decided
    decision varchar(12),
    granted_on date,
    decided_by varchar(64),
    decided_at datetime(6),
    constraint casework_extension_pk primary key (case_key, number),
    constraint casework_extension_case_fk foreign key (case_key) references casework_case (case_key)
);

-- leaders may let the plan office decide extensions for a time, by a document
create table casework_delegation (
    id bigint not null auto_increment,
    from_on date not null,
    to_on date not null,
    document varchar(200) not null,
    recorded_by varchar(64) not null,
    recorded_at datetime(6) not null,
    constraint casework_delegation_pk primary key (id)
);

-- reminders and escalations given, each once for a deadline
create table casework_signal (
    case_key varchar(80) not null,
    due_on date not null,
    -- working days after the due day; negative before it
    step integer not null,
    signalled_at datetime(6) not null,
    constraint casework_signal_pk primary key (case_key, due_on, step),
    constraint casework_signal_case_fk foreign key (case_key) references casework_case (case_key)
);

-- suspensions, resumptions, hand-overs, cancellations and urging letters: each by a document
create table casework_order (
    id bigint not null auto_increment,
    case_key varchar(80) not null,
    kind varchar(12) not null,
    document varchar(200) not null,
    reason varchar(4000) not null,
    given_by varchar(64) not null,
    given_at datetime(6) not null,
    constraint casework_order_pk primary key (id),
    constraint casework_order_case_fk foreign key (case_key) references casework_case (case_key)
);

create index casework_order_case on casework_order (case_key, id);

-- the reports a recurring case owes; a period ends with its cut-off
create table casework_period (
    case_key varchar(80) not null,
    number integer not null,
    from_on date not null,
    to_on date not null,
    due_on date,
    opened_at datetime(6),
    submitted_at datetime(6),
    accepted_at datetime(6),
    constraint casework_period_pk primary key (case_key, number),
    constraint casework_period_case_fk foreign key (case_key) references casework_case (case_key)
);

-- which period report a step is about; null for all other steps
alter table casework_work_item add column part integer null;
