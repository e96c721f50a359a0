-- where a person is written to; comes from the sign-in server
alter table directory_person add column email varchar(254) null;

-- one row for each event and person it concerns, written in the transaction of the event. No foreign key to the person: an insert
-- would wait for a synchronisation of everybody
create table notice_notice (
    id bigint not null auto_increment,
    -- names the event, e.g. 2024/G1-01/STTTT due 2024-03-29 step 3
    event varchar(180) not null,
    recipient varchar(64) not null,
    kind varchar(12) not null,
    case_key varchar(80) not null,
    -- the step that waits for the recipient again; only of returned work
    task_id varchar(64),
    -- the deadline, and the working days after it; only of deadlines
    due_on date,
    step integer,
    -- only of urging
    letter varchar(200),
    noticed_at datetime(6) not null,
    read_at datetime(6),
    -- the day whose digest took it up; null while it waits for one
    digest_on date,
    constraint notice_notice_pk primary key (id),
    constraint notice_notice_once unique (event, recipient, kind),
    constraint notice_notice_case_fk foreign key (case_key) references casework_case (case_key)
);

create index notice_notice_unread on notice_notice (recipient, read_at);
create index notice_notice_pending on notice_notice (digest_on, recipient);

-- mails as they are to be sent: complete, so that a second attempt says the same under the same message id
create table notice_mail (
    id bigint not null auto_increment,
    recipient varchar(64) not null,
    kind varchar(8) not null,
    -- the day of a digest, the event of an urgent mail
    mail_key varchar(180) not null,
    message_id varchar(160) not null,
    subject varchar(400) not null,
    -- kept only while the mail is still to be sent
    body longtext,
    calendar longtext,
    -- WAITING, SENDING, SENT; SKIPPED: there was no mail server or no address; GIVEN_UP
    state varchar(10) not null,
    attempts integer not null,
    -- WAITING: not before; SENDING: until then it is the owner's. Real time, as the next two
    next_at datetime(6) not null,
    made_at datetime(6) not null,
    sent_at datetime(6),
    owner char(36),
    error varchar(500),
    constraint notice_mail_pk primary key (id),
    constraint notice_mail_once unique (recipient, kind, mail_key)
);

create index notice_mail_queue on notice_mail (state, next_at);

-- days whose digests are all written
create table notice_digest (
    on_day date not null,
    constraint notice_digest_pk primary key (on_day)
);

-- who may read their due dates without signing in, by whoever knows the token: only its hash is kept
create table notice_feed (
    person varchar(64) not null,
    token_sha256 char(64) not null,
    made_at datetime(6) not null,
    constraint notice_feed_pk primary key (person),
    constraint notice_feed_token unique (token_sha256)
);

insert into shared_turn (name) values ('digests');
