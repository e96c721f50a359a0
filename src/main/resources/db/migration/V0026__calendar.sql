-- which changes of the calendar were applied: a form that is sent twice does nothing twice
create table calendar_change (
    command char(36) not null,
    -- what was agreed to in the preview
    seen char(64) not null,
    person varchar(64) not null,
    applied_at datetime(6) not null,
    constraint calendar_change_pk primary key (command)
);

-- two changes of the calendar are applied one after the other
insert into shared_turn (name) values ('calendar');
