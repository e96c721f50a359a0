-- Steps are counted and listed along an index: by solution group, decisions that wait, and what a group has completed.
alter table casework_work_item add column plan_year integer not null default 0;
alter table casework_work_item add column solution_group integer not null default 0;
update casework_work_item set
    plan_year = (select c.plan_year from casework_case c where c.case_key = casework_work_item.case_key),
    solution_group = (select c.solution_group from casework_case c where c.case_key = casework_work_item.case_key);
create index casework_work_item_place
    on casework_work_item (plan_year, solution_group, process, element, ended_at, due_at);

-- whether the step asks for a decision, as its model says; these are all that did when the column came
alter table casework_work_item_group add column decides smallint not null default 0;
update casework_work_item_group set decides = 1
where waits = 1
    and task_id in (
        select task_id from casework_work_item
        where element in (
            'task_accept', 'task_acceptAtBase', 'task_acceptAtProvince', 'task_acceptReport', 'task_appraiseConference',
            'task_appraiseDelegation', 'task_appraiseLevel', 'task_approve', 'task_approveBudget', 'task_approveContent',
            'task_approveList', 'task_approvePlan', 'task_approveProcurementPlan', 'task_approveReport',
            'task_checkProgress', 'task_chooseForm', 'task_chooseMethod', 'task_chooseValuation', 'task_classify',
            'task_confirmStop', 'task_councilReview', 'task_decideAgreement', 'task_decideConference',
            'task_decideDelegation', 'task_decideExtension', 'task_decideLateDossier', 'task_decidePolicy',
            'task_evaluatePilot', 'task_giveOpinion', 'task_prepareConference', 'task_receive', 'task_resolveSentBack',
            'task_resolveSilence'));
create index casework_work_item_group_decides
    on casework_work_item_group (group_id, decides, waits, due_at, opened_at, task_id);

-- when somebody completed the step; null while it waits, and if it ended by itself
alter table casework_work_item_group add column done_at datetime(6);
update casework_work_item_group set done_at = (
    select w.ended_at from casework_work_item w
    where w.task_id = casework_work_item_group.task_id and w.completed_by is not null);
create index casework_work_item_group_done on casework_work_item_group (group_id, done_at, task_id);

-- names of files are looked through from the youngest on, without reading their rows
create index casework_evidence_searched on casework_evidence (kept_at desc, id, frozen_at, name_folded, case_key);

-- nobody reads them any more
drop view if exists v_work_item_group;
drop view if exists v_step_day;
