-- what is forgotten each night is found by its age
create index notice_notice_read on notice_notice (read_at);
create index notice_mail_made on notice_mail (made_at);
create index casework_command_done on casework_command (done_at);

insert into shared_turn (name) values ('forget casework'), ('forget notices');
