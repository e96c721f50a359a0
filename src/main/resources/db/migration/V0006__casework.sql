create table casework_case (
    case_key varchar(80) not null,
    plan_year integer not null,
    assignment varchar(40) not null,
    unit varchar(20) not null,
    process varchar(60) not null,
    appraiser varchar(20) not null,
    -- how many cases the assignment was issued to: they share its weight equally
    fan_out integer not null,
    original_due_on date not null,
    due_on date not null,
    state varchar(12) not null,
    -- the end event that was reached; null while the case is open
    ended_as varchar(60),
    run_number integer not null,
    acceptance_number integer not null,
    opened_at datetime(6) not null,
    -- the latest submission: the one that is accepted decides whether the case was done in time
    submitted_at datetime(6),
    ended_at datetime(6),
    constraint casework_case_pk primary key (case_key),
    constraint casework_case_assignment_fk foreign key (plan_year, assignment)
        references plan_assignment (plan_year, code),
    constraint casework_case_unit_fk foreign key (unit) references directory_unit (code)
);

create index casework_case_plan on casework_case (plan_year, assignment);
create index casework_case_unit on casework_case (unit, state, due_on);

create table casework_work_item (
    task_id varchar(64) not null,
    case_key varchar(80) not null,
    run_number integer not null,
    process varchar(60) not null,
    element varchar(80) not null,
    definition varchar(64) not null,
    name varchar(255) not null,
    -- the officer the head chose; null while any of the group may take it
    officer varchar(64),
    opened_at datetime(6) not null,
    due_at datetime(6),
    ended_at datetime(6),
    completed_by varchar(64),
    outcome varchar(40),
    reason varchar(4000),
    constraint casework_work_item_pk primary key (task_id),
    constraint casework_work_item_case_fk foreign key (case_key) references casework_case (case_key)
);

create index casework_work_item_case on casework_work_item (case_key, opened_at);

-- which groups may take a work item: what waits for whom, without asking the engine
create table casework_work_item_group (
    task_id varchar(64) not null,
    group_id varchar(64) not null,
    constraint casework_work_item_group_pk primary key (task_id, group_id),
    constraint casework_work_item_group_item_fk foreign key (task_id) references casework_work_item (task_id)
);

create index casework_work_item_group_group on casework_work_item_group (group_id);

-- what a person types, as it is typed; the completer's own draft is frozen when the step is completed
create table casework_draft (
    task_id varchar(64) not null,
    person varchar(64) not null,
    decision varchar(40),
    reason longtext,
    saved_at datetime(6) not null,
    frozen_at datetime(6),
    constraint casework_draft_pk primary key (task_id, person),
    constraint casework_draft_item_fk foreign key (task_id) references casework_work_item (task_id)
);

create table casework_draft_field (
    task_id varchar(64) not null,
    person varchar(64) not null,
    field varchar(60) not null,
    content longtext not null,
    constraint casework_draft_field_pk primary key (task_id, person, field),
    constraint casework_draft_field_draft_fk foreign key (task_id, person) references casework_draft (task_id, person)
);

create table casework_evidence (
    id char(32) not null,
    case_key varchar(80) not null,
    task_id varchar(64) not null,
    person varchar(64) not null,
    name varchar(255) not null,
    media_type varchar(100) not null,
    size_bytes bigint not null,
    sha256 char(64) not null,
    kept_at datetime(6) not null,
    -- with the step it proves; nothing may take it away afterwards
    frozen_at datetime(6),
    constraint casework_evidence_pk primary key (id),
    constraint casework_evidence_item_fk foreign key (task_id) references casework_work_item (task_id)
);

create index casework_evidence_case on casework_evidence (case_key);

create table casework_evidence_chunk (
    evidence char(32) not null,
    number integer not null,
    content mediumblob not null,
    constraint casework_evidence_chunk_pk primary key (evidence, number),
    constraint casework_evidence_chunk_fk foreign key (evidence) references casework_evidence (id)
);

create table casework_progress (
    id bigint not null auto_increment,
    case_key varchar(80) not null,
    person varchar(64) not null,
    kind varchar(12) not null,
    note longtext not null,
    noted_at datetime(6) not null,
    constraint casework_progress_pk primary key (id),
    constraint casework_progress_case_fk foreign key (case_key) references casework_case (case_key)
);

create index casework_progress_case on casework_progress (case_key, id);
