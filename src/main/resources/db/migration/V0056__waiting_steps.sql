-- Work lists are paged from the groups of the steps that wait: by when they are due, or by when they began to wait.
-- due_at is the engine's date, by which Tasklist sorts; an officer's own day, which may be earlier, stands with the step.
alter table casework_work_item_group add column waits smallint not null default 0;
alter table casework_work_item_group add column opened_at datetime(6);
alter table casework_work_item_group add column due_at datetime(6);

update casework_work_item_group set
    waits = 1,
    opened_at = (select w.opened_at from casework_work_item w where w.task_id = casework_work_item_group.task_id),
    -- the engine writes the time of the province; ours is UTC
    due_at = (select timestampadd(hour, -7, t.DUE_DATE_) from ACT_RU_TASK t where t.ID_ = casework_work_item_group.task_id)
where task_id in (select task_id from casework_work_item where ended_at is null);

create index casework_work_item_group_due on casework_work_item_group (group_id, waits, due_at, opened_at desc, task_id);
create index casework_work_item_group_opened on casework_work_item_group (group_id, waits, opened_at, task_id);
drop index casework_work_item_group_group on casework_work_item_group;
