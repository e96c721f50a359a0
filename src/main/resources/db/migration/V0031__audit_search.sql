-- what inspectors look for beside a case and a person
create index audit_entry_action on audit_entry (action, id);
create index audit_entry_time on audit_entry (business_time);
