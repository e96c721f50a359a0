create table directory_unit (
    code varchar(20) not null,
    name_vi varchar(200) not null,
    name_en varchar(200) not null,
    short_name varchar(80) not null,
    kind varchar(20) not null,
    valid_from date not null,
    valid_to date,
    successor varchar(20),
    ordinal integer not null,
    constraint directory_unit_pk primary key (code)
);

create table directory_person (
    id varchar(64) not null,
    name varchar(200) not null,
    unit varchar(20) not null,
    active boolean not null,
    constraint directory_person_pk primary key (id),
    constraint directory_person_unit_fk foreign key (unit) references directory_unit (code)
);

-- group ids: <unit>.head, <unit>.staff, plan-office, leader, inspector, administrator
create table directory_membership (
    person varchar(64) not null,
    group_id varchar(64) not null,
    constraint directory_membership_pk primary key (person, group_id),
    constraint directory_membership_person_fk foreign key (person) references directory_person (id)
);

create index directory_membership_group on directory_membership (group_id);
