-- one row for each kind of work that nodes take in turns; who works holds the row's lock until the commit
create table shared_turn (
    name varchar(40) not null,
    constraint shared_turn_pk primary key (name)
);
insert into shared_turn (name) values ('directory'), ('first plan'), ('tasklist rights');
