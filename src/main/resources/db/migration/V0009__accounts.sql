-- people come from the sign-in server: its own id stays when a person is renamed; plan office and leaders need no unit
alter table directory_person modify column unit varchar(20) null;
alter table directory_person add column subject varchar(64) null;
create unique index directory_person_subject on directory_person (subject);

-- the last synchronisation: one row
create table directory_synchronisation (
    id integer not null,
    finished_at datetime(6) not null,
    people integer not null,
    changed integer not null,
    unknown_groups varchar(4000) not null,
    constraint directory_synchronisation_pk primary key (id)
);

-- steps are seen by their candidates; the engine's grants for single tasks are needed no more
delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = 7;
