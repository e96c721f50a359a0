-- whether the assignment recurs; how many reports a case owes does not say, since one opened after the last cut-off owes none
alter table casework_case add column recurs boolean default false not null;
update casework_case set recurs = true
where exists (
    select 1 from plan_assignment a
    where a.plan_year = casework_case.plan_year and a.code = casework_case.assignment and a.deadline_cycle is not null
);
