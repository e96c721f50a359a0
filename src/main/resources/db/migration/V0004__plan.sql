create table plan_plan (
    plan_year integer not null,
    number varchar(60) not null,
    title_vi varchar(400) not null,
    title_en varchar(400) not null,
    issuer_vi varchar(200) not null,
    issuer_en varchar(200) not null,
    issued_on date not null,
    aim_vi varchar(2000) not null,
    aim_en varchar(2000) not null,
    illustrative_vi varchar(500) not null,
    illustrative_en varchar(500) not null,
    source_name varchar(200) not null,
    source_sha256 char(64) not null,
    -- when the plan office issued it to the units; null while it is being prepared
    opened_at datetime(6),
    opened_by varchar(64),
    constraint plan_plan_pk primary key (plan_year)
);

create table plan_pillar (
    plan_year integer not null,
    code varchar(20) not null,
    name_vi varchar(200) not null,
    name_en varchar(200) not null,
    ordinal integer not null,
    constraint plan_pillar_pk primary key (plan_year, code),
    constraint plan_pillar_plan_fk foreign key (plan_year) references plan_plan (plan_year)
);

create table plan_target (
    plan_year integer not null,
    code varchar(20) not null,
    bullet integer,
    pillar varchar(20),
    name_vi varchar(400) not null,
    name_en varchar(400) not null,
    kind varchar(20) not null,
    operator varchar(2),
    target decimal(18, 4),
    measure varchar(20),
    strive boolean not null,
    ordinal integer not null,
    constraint plan_target_pk primary key (plan_year, code),
    constraint plan_target_plan_fk foreign key (plan_year) references plan_plan (plan_year),
    constraint plan_target_pillar_fk foreign key (plan_year, pillar) references plan_pillar (plan_year, code)
);

create table plan_solution_group (
    plan_year integer not null,
    number integer not null,
    process varchar(60) not null,
    name_vi varchar(300) not null,
    name_en varchar(300) not null,
    appraiser varchar(20) not null,
    constraint plan_solution_group_pk primary key (plan_year, number),
    constraint plan_solution_group_plan_fk foreign key (plan_year) references plan_plan (plan_year),
    constraint plan_solution_group_unit_fk foreign key (appraiser) references directory_unit (code)
);

create table plan_assignment (
    plan_year integer not null,
    code varchar(40) not null,
    solution_group integer not null,
    title_vi varchar(500) not null,
    title_en varchar(500) not null,
    deadline varchar(200) not null,
    due_on date not null,
    deliverable_vi varchar(1000) not null,
    deliverable_en varchar(1000) not null,
    illustrative boolean not null,
    source_line integer not null,
    ordinal integer not null,
    constraint plan_assignment_pk primary key (plan_year, code),
    constraint plan_assignment_group_fk foreign key (plan_year, solution_group)
        references plan_solution_group (plan_year, number)
);

-- lead and co-ordinating units; a group of units stands here resolved into its members, with the group it came from
create table plan_assignment_unit (
    plan_year integer not null,
    assignment varchar(40) not null,
    duty varchar(12) not null,
    unit varchar(20) not null,
    from_group_vi varchar(200),
    from_group_en varchar(200),
    ordinal integer not null,
    constraint plan_assignment_unit_pk primary key (plan_year, assignment, duty, unit),
    constraint plan_assignment_unit_assignment_fk foreign key (plan_year, assignment)
        references plan_assignment (plan_year, code),
    constraint plan_assignment_unit_unit_fk foreign key (unit) references directory_unit (code)
);

create table plan_assignment_target (
    plan_year integer not null,
    assignment varchar(40) not null,
    target varchar(20) not null,
    weight integer not null,
    constraint plan_assignment_target_pk primary key (plan_year, assignment, target),
    constraint plan_assignment_target_assignment_fk foreign key (plan_year, assignment)
        references plan_assignment (plan_year, code),
    constraint plan_assignment_target_target_fk foreign key (plan_year, target) references plan_target (plan_year, code)
);
