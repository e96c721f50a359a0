-- what somebody completed, the latest first
create index casework_work_item_done on casework_work_item (completed_by, ended_at);
