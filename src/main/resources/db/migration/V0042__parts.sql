-- how the province's value comes of what several units report; null while the owner alone reports it
alter table plan_target add column roll_up varchar(10);

-- the units that report a part each
create table plan_target_reporter (
    plan_year integer not null,
    indicator varchar(20) not null,
    unit varchar(20) not null,
    ordinal integer not null,
    constraint plan_target_reporter_pk primary key (plan_year, indicator, unit),
    constraint plan_target_reporter_target_fk foreign key (plan_year, indicator) references plan_target (plan_year, code),
    constraint plan_target_reporter_unit_fk foreign key (unit) references directory_unit (code)
);

-- a reading is of its unit's part, or of the whole province
alter table indicator_reading add column of_part boolean not null default false;

-- the file that proves a reading (minh chứng): its bytes are in the chunks, its digest also in the ledger
alter table indicator_reading add column file_name varchar(255);
alter table indicator_reading add column file_type varchar(100);
alter table indicator_reading add column file_size bigint;
alter table indicator_reading add column file_sha256 char(64);

create table indicator_reading_chunk (
    reading bigint not null,
    number integer not null,
    content mediumblob not null,
    constraint indicator_reading_chunk_pk primary key (reading, number),
    constraint indicator_reading_chunk_fk foreign key (reading) references indicator_reading (id)
);

-- what a unit expects of its part this year; it stays once the unit has reported
create table indicator_expectation (
    plan_year integer not null,
    indicator varchar(20) not null,
    unit varchar(20) not null,
    expected decimal(18, 4) not null,
    registered_by varchar(64) not null,
    registered_at datetime(6) not null,
    constraint indicator_expectation_pk primary key (plan_year, indicator, unit),
    constraint indicator_expectation_target_fk foreign key (plan_year, indicator) references plan_target (plan_year, code),
    constraint indicator_expectation_unit_fk foreign key (unit) references directory_unit (code)
);
