-- the unit that reports the measured value of an indicator; null while the plan names none
alter table plan_target add column owner_unit varchar(20);
alter table plan_target add constraint plan_target_owner_fk foreign key (owner_unit) references directory_unit (code);

-- measured values as units report them; append-only but for the decision: an approved reading is corrected by another one
create table indicator_reading (
    id bigint not null auto_increment,
    plan_year integer not null,
    indicator varchar(20) not null,
    unit varchar(20) not null,
    -- FLOW: over a period, from_on to as_of; STOCK: as of a day
    calculation varchar(5) not null,
    from_on date,
    as_of date not null,
    -- a figure for targets with a figure or a direction, yes or no for qualitative ones
    measured decimal(18, 4),
    numerator decimal(18, 4),
    denominator decimal(18, 4),
    reached boolean,
    source varchar(500) not null,
    document varchar(100),
    -- the reading that this one corrects, and why
    corrects bigint,
    reason varchar(1000),
    entered_by varchar(64) not null,
    entered_at datetime(6) not null,
    state varchar(8) not null,
    decided_by varchar(64),
    decided_at datetime(6),
    decision_reason varchar(1000),
    -- which period it has, and which reading it stands in for, while nobody else may; null when it is returned
    holds_period varchar(30),
    holds_place_of bigint,
    constraint indicator_reading_pk primary key (id),
    constraint indicator_reading_target_fk foreign key (plan_year, indicator) references plan_target (plan_year, code),
    constraint indicator_reading_unit_fk foreign key (unit) references directory_unit (code),
    constraint indicator_reading_corrects_fk foreign key (corrects) references indicator_reading (id),
    constraint indicator_reading_period_once unique (plan_year, indicator, unit, holds_period),
    constraint indicator_reading_correction_once unique (holds_place_of)
);

create index indicator_reading_waiting on indicator_reading (state, unit);
