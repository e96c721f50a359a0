-- official reports; append-only: a report that is wrong is followed by another one
create table report_report (
    -- the year in which it was made; numbers begin anew with each, and have no gaps
    report_year integer not null,
    number integer not null,
    plan_year integer not null,
    kind varchar(12) not null,
    period_year integer not null,
    period_number integer not null,
    from_on date not null,
    -- the cut-off: everything is told as of the end of this day
    to_on date not null,
    -- the rows it rests on, as canonical JSON, and their SHA-256
    snapshot longtext not null,
    sha256 char(64) not null,
    made_by varchar(64) not null,
    made_at datetime(6) not null,
    constraint report_report_pk primary key (report_year, number),
    constraint report_report_plan_fk foreign key (plan_year) references plan_plan (plan_year)
);

create index report_report_of_plan on report_report (plan_year, to_on);

insert into shared_turn (name) values ('reports');
