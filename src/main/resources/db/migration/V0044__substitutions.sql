-- Who stands in for whom, in business days; it ends by itself after the last one. Who may do what in whose place is asked
-- anew at each command, so nothing has to be taken back.
create table substitution_period (
    id bigint not null auto_increment,
    person varchar(64) not null,
    substitute varchar(64) not null,
    -- HEAD: as head of the unit; OWN: the steps that the absent person has
    scope varchar(4) not null,
    unit varchar(20) not null,
    from_on date not null,
    to_on date not null,
    note varchar(500),
    named_by varchar(64) not null,
    named_at datetime(6) not null,
    ended_by varchar(64),
    ended_at datetime(6),
    constraint substitution_period_pk primary key (id),
    constraint substitution_period_person_fk foreign key (person) references directory_person (id),
    constraint substitution_period_substitute_fk foreign key (substitute) references directory_person (id),
    constraint substitution_period_unit_fk foreign key (unit) references directory_unit (code)
);

create index substitution_period_who on substitution_period (substitute, to_on);
create index substitution_period_whom on substitution_period (person, to_on);
create index substitution_period_where on substitution_period (unit, to_on);

insert into shared_turn (name) values ('substitution');

-- in whose name a step was completed by somebody who stood in for them
create table casework_acting_for (
    task_id varchar(64) not null,
    acting_for varchar(64) not null,
    constraint casework_acting_for_pk primary key (task_id),
    constraint casework_acting_for_item_fk foreign key (task_id) references casework_work_item (task_id)
);

create index casework_acting_for_person on casework_acting_for (acting_for);

-- the same of a fact, to be found by either person; the fact itself says it too, and is what the ledger proves
alter table audit_entry add column acting_for varchar(64);
create index audit_entry_acting_for on audit_entry (acting_for, id);
