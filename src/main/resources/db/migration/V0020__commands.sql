-- forms that were sent: written in the transaction of what they did, so that a form sent again is answered and not done
create table casework_command (
    person varchar(64) not null,
    -- made by the server when it renders the form
    id char(36) not null,
    action varchar(40) not null,
    -- SHA-256 of what was sent: the same form with other words is another wish, and is not swallowed
    content char(64) not null,
    done_at datetime(6) not null,
    constraint casework_command_pk primary key (person, id, action)
);
