-- what a decision changed of an assignment that was issued, field by field, as the plan office saw it
create table plan_amendment (
    id bigint not null auto_increment,
    plan_year integer not null,
    assignment varchar(40) not null,
    field varchar(20) not null,
    was varchar(4000) not null,
    becomes varchar(4000) not null,
    document varchar(200) not null,
    reason varchar(4000) not null,
    amended_by varchar(64) not null,
    amended_at datetime(6) not null,
    constraint plan_amendment_pk primary key (id),
    constraint plan_amendment_assignment_fk foreign key (plan_year, assignment)
        references plan_assignment (plan_year, code)
);

create index plan_amendment_assignment on plan_amendment (plan_year, assignment, id);
