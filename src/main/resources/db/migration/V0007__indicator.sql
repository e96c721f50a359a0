-- the weight with which a case supports an indicator, frozen when the case is opened
create table indicator_link (
    case_key varchar(80) not null,
    plan_year integer not null,
    indicator varchar(20) not null,
    weight decimal(12, 6) not null,
    constraint indicator_link_pk primary key (case_key, indicator),
    constraint indicator_link_case_fk foreign key (case_key) references casework_case (case_key)
);

create index indicator_link_indicator on indicator_link (plan_year, indicator);

-- append-only: an acceptance posts, a reopening posts the reversal
create table indicator_contribution (
    id bigint not null auto_increment,
    case_key varchar(80) not null,
    plan_year integer not null,
    indicator varchar(20) not null,
    acceptance_number integer not null,
    kind varchar(8) not null,
    weight decimal(12, 6) not null,
    posted_at datetime(6) not null,
    posted_by varchar(64),
    constraint indicator_contribution_pk primary key (id),
    constraint indicator_contribution_once unique (case_key, indicator, acceptance_number, kind),
    constraint indicator_contribution_link_fk foreign key (case_key, indicator)
        references indicator_link (case_key, indicator)
);

create index indicator_contribution_indicator on indicator_contribution (plan_year, indicator);
