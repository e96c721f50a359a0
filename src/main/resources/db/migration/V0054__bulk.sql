-- an order about many cases, carried out a part at a time; what is left of it after a crash is what has no end
create table casework_bulk_order (
    id bigint not null auto_increment,
    kind varchar(12) not null,
    -- the plan whose cases are carried over, or null
    plan_year integer,
    -- the unit whose cases go, and the one that carries them on, or null
    from_unit varchar(20),
    to_unit varchar(20),
    due_on date,
    document varchar(200) not null,
    reason varchar(4000) not null,
    ordered_by varchar(64) not null,
    ordered_at datetime(6) not null,
    constraint casework_bulk_order_pk primary key (id)
);

create table casework_bulk_item (
    bulk_order bigint not null,
    case_key varchar(80) not null,
    done_at datetime(6),
    -- why it could not be done when its turn came
    obstacle varchar(20),
    constraint casework_bulk_item_pk primary key (bulk_order, case_key),
    constraint casework_bulk_item_order_fk foreign key (bulk_order) references casework_bulk_order (id),
    constraint casework_bulk_item_case_fk foreign key (case_key) references casework_case (case_key)
);

insert into shared_turn (name) values ('bulk');
