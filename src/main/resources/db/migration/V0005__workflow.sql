create table workflow_flow_taken (
    id bigint not null auto_increment,
    case_key varchar(80) not null,
    definition varchar(64) not null,
    flow varchar(80) not null,
    taken_at datetime(6) not null,
    constraint workflow_flow_taken_pk primary key (id)
);

create index workflow_flow_taken_case on workflow_flow_taken (case_key, id);
