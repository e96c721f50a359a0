-- each part of it is asked for by itself now
drop view if exists v_case_total;

-- what an officer has been given, first what is due first
create index casework_work_item_officer on casework_work_item (officer, ended_at, due_at);
