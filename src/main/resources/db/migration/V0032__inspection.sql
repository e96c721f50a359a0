-- what inspections concluded on cases; append-only: a conclusion is corrected by another one
create table inspection_conclusion (
    id bigint not null auto_increment,
    case_key varchar(80) not null,
    kind varchar(12) not null,
    -- the document's number and day
    document varchar(100) not null,
    document_on date not null,
    words varchar(4000) not null,
    -- the conclusion that this one corrects
    corrects bigint,
    concluded_by varchar(64) not null,
    concluded_at datetime(6) not null,
    constraint inspection_conclusion_pk primary key (id),
    constraint inspection_conclusion_corrects_fk foreign key (corrects) references inspection_conclusion (id)
);

create index inspection_conclusion_case on inspection_conclusion (case_key, id);
