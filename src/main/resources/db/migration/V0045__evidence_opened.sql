-- Who opened which file, to be sure of before several steps are approved at once; forgotten with sent forms.
create table casework_evidence_opened (
    evidence char(32) not null,
    person varchar(64) not null,
    opened_at datetime(6) not null,
    constraint casework_evidence_opened_pk primary key (evidence, person),
    constraint casework_evidence_opened_fk foreign key (evidence) references casework_evidence (id) on delete cascade
);

create index casework_evidence_opened_at on casework_evidence_opened (opened_at);
