-- How many cases stand how, by unit, group, pillar and first deadline, and what supports each indicator: kept in the
-- transaction that changes a case, so that pages which sum up a plan read as much in a large province as in a small one.
create table totals_part (
    plan_year integer not null,
    -- what the cases belong to: unit:STTTT, group:4, pillar:CQS, due:2024-06-30, indicator:CQ6
    part varchar(40) not null,
    standing varchar(12) not null,
    -- of open cases, until when they are due; else one day for all
    due_on date not null,
    cases bigint not null,
    weight decimal(20, 6) not null,
    constraint totals_part_pk primary key (plan_year, part, standing, due_on)
);

-- the view's own words, since views are made after all migrations
insert into totals_part (plan_year, part, standing, due_on, cases, weight)
with counted as (
    select
        case_key, plan_year, assignment, unit, original_due_on,
        case
            when state = 'COMPLETED' and cast(timestampadd(hour, 7, submitted_at) as date) > due_on then 'DONE_LATE'
            when state = 'COMPLETED' then 'DONE_IN_TIME'
            when state in ('OPEN', 'SUSPENDED', 'CARRIED_OVER') then state
            else 'OTHER'
        end as standing,
        case when state = 'OPEN' then due_on else date '2000-01-01' end as due_on
    from casework_case
),
each_case as (
    select case_key, plan_year, concat('unit:', unit) as part, standing, due_on, 1 as cases, 0 as weight from counted
    union all
    select case_key, plan_year, concat('due:', original_due_on), standing, due_on, 1, 0 from counted
    union all
    select c.case_key, c.plan_year, concat('group:', a.solution_group), c.standing, c.due_on, 1, 0
    from counted c
    join plan_assignment a on a.plan_year = c.plan_year and a.code = c.assignment
    union all
    select distinct c.case_key, c.plan_year, concat('pillar:', t.pillar), c.standing, c.due_on, 1, 0
    from counted c
    join indicator_link l on l.case_key = c.case_key
    join plan_target t on t.plan_year = l.plan_year and t.code = l.indicator
    where t.pillar is not null
    union all
    select l.case_key, l.plan_year, concat('indicator:', l.indicator), 'ISSUED', date '2000-01-01', 1, l.weight
    from indicator_link l
    join casework_case c on c.case_key = l.case_key and c.state not in ('CANCELLED', 'HANDED_OVER')
    union all
    select l.case_key, l.plan_year, concat('indicator:', l.indicator), 'ACCEPTED', date '2000-01-01', 1, 0
    from indicator_link l
    join casework_case c on c.case_key = l.case_key and c.state = 'COMPLETED' and c.reports > 0
    union all
    select
        p.case_key, p.plan_year, concat('indicator:', p.indicator), 'ACCEPTED', date '2000-01-01',
        case when c.reports > 0 then 0 when p.kind = 'POSTING' then 1 else -1 end,
        case when p.kind = 'POSTING' then p.weight else -p.weight end
    from indicator_contribution p
    join casework_case c on c.case_key = p.case_key and c.state not in ('CANCELLED', 'HANDED_OVER')
)
select plan_year, part, standing, due_on, sum(cases), sum(weight)
from each_case
group by plan_year, part, standing, due_on;

-- the cases of a plan in the order in which they are listed, and by what is overdue
alter table casework_case add column solution_group integer not null default 0;
update casework_case set solution_group = (
    select a.solution_group from plan_assignment a
    where a.plan_year = casework_case.plan_year and a.code = casework_case.assignment);
create index casework_case_listed on casework_case (plan_year, solution_group, assignment, unit);
create index casework_case_due on casework_case (plan_year, state, due_on);
create index casework_progress_time on casework_progress (noted_at, case_key);

-- nobody reads them any more
drop view if exists v_case_course;
drop view if exists v_case_part;

insert into shared_turn (name) values ('totals');
