-- what modules publish for reading; dashboards and dossiers select from here and from nowhere else

create or replace view v_case as
select
    c.case_key, c.plan_year, c.assignment, c.unit, c.process, c.state, c.ended_as, c.original_due_on, c.due_on,
    c.opened_at, c.submitted_at, c.ended_at, c.run_number, c.acceptance_number, c.extensions, c.internal_due_on,
    c.reports,
    a.solution_group, a.title_vi, a.title_en, a.deadline, a.deliverable_vi, a.deliverable_en, a.illustrative,
    u.name_vi as unit_name_vi, u.name_en as unit_name_en, u.short_name as unit_short_name
from casework_case c
join plan_assignment a on a.plan_year = c.plan_year and a.code = c.assignment
join directory_unit u on u.code = c.unit;

-- how each case stands
create or replace view v_standing_now as
select
    case_key, plan_year, assignment, unit, solution_group, state, due_on, submitted_at,
    cast(timestampadd(hour, 7, submitted_at) as date) as submitted_on
from casework_case;

-- how each case stood, and from when to when; no end is now. Submitted on the province's day: UTC+7, no summer time
create or replace view v_case_standing as
select
    c.case_key, c.plan_year, c.assignment, c.unit, c.solution_group, c.original_due_on, s.from_at, s.to_at, s.state, s.due_on, s.submitted_at,
    cast(timestampadd(hour, 7, s.submitted_at) as date) as submitted_on
from casework_case_past s
join casework_case c on c.case_key = s.case_key
union all
select
    c.case_key, c.plan_year, c.assignment, c.unit, c.solution_group, c.original_due_on, c.since_at, null, c.state, c.due_on, c.submitted_at,
    cast(timestampadd(hour, 7, c.submitted_at) as date)
from casework_case c;

-- what the assignment of a case supports; a case of several pillars stands with each
create or replace view v_case_indicator as
select l.case_key, l.plan_year, l.indicator, t.pillar
from indicator_link l
join plan_target t on t.plan_year = l.plan_year and t.code = l.indicator;

create or replace view v_progress as
select case_key, person, kind, noted_at from casework_progress;

create or replace view v_work_item as
select
    w.task_id, w.case_key, w.run_number, w.process, w.element, w.definition, w.name, w.officer, w.part, w.opened_at, w.due_at, w.ended_at,
    w.completed_by, p.name as completed_by_name, a.acting_for, f.name as acting_for_name, w.outcome, w.reason
from casework_work_item w
left join directory_person p on p.id = w.completed_by
left join casework_acting_for a on a.task_id = w.task_id
left join directory_person f on f.id = a.acting_for;

-- who completed which step, and in whose name
create or replace view v_done as
select w.task_id, w.completed_by, a.acting_for, w.ended_at
from casework_work_item w
left join casework_acting_for a on a.task_id = w.task_id
where w.ended_at is not null;

-- what somebody completed, by the groups that it waited for
create or replace view v_done_for as
select task_id, group_id, done_at from casework_work_item_group where done_at is not null;

-- steps that wait for a group, with whom they lie, the day by which Tasklist lists them, and whether they ask for a decision
create or replace view v_waiting as
select
    g.task_id, g.group_id, w.officer, w.due_at, g.due_at as listed_due_at, g.opened_at, g.decides, w.plan_year
from casework_work_item_group g
join casework_work_item w on w.task_id = g.task_id
join casework_case c on c.case_key = w.case_key
where g.waits = 1 and w.ended_at is null and c.state = 'OPEN';

create or replace view v_open_work_item as
select
    w.task_id, w.case_key, w.process, w.element, w.name, w.officer, w.opened_at, w.due_at, w.part, g.group_id,
    c.plan_year, c.assignment, c.unit, a.title_vi, a.title_en, u.short_name as unit_short_name
from casework_work_item w
join casework_work_item_group g on g.task_id = w.task_id
join casework_case c on c.case_key = w.case_key
join plan_assignment a on a.plan_year = c.plan_year and a.code = c.assignment
join directory_unit u on u.code = c.unit
where w.ended_at is null and c.state = 'OPEN';

-- how a case counts: of an open one, late or not depends on the day, so its deadline counts with it
create or replace view v_counted_case as
select
    case_key, plan_year, solution_group, unit, original_due_on,
    case
        when state = 'COMPLETED' and cast(timestampadd(hour, 7, submitted_at) as date) > due_on then 'DONE_LATE'
        when state = 'COMPLETED' then 'DONE_IN_TIME'
        when state in ('OPEN', 'SUSPENDED', 'CARRIED_OVER') then state
        else 'OTHER'
    end as standing,
    case when state = 'OPEN' then due_on else date '2000-01-01' end as due_on
from casework_case;

-- the totals of a plan's parts: units, groups, pillars, first deadlines
create or replace view v_total as
select plan_year, part, standing, due_on, cases from totals_part where cases <> 0;

-- delivery support of an indicator: accepted weight over the weight of issued, not cancelled cases
create or replace view v_indicator_support as
select
    t.plan_year, t.code as indicator,
    coalesce(i.cases, 0) as cases, coalesce(i.weight, 0) as weight,
    coalesce(d.cases, 0) as accepted_cases, coalesce(d.weight, 0) as accepted_weight
from plan_target t
left join totals_part i
    on i.plan_year = t.plan_year and i.part = concat('indicator:', t.code) and i.standing = 'ISSUED'
left join totals_part d
    on d.plan_year = t.plan_year and d.part = concat('indicator:', t.code) and d.standing = 'ACCEPTED';

-- active people and their groups
create or replace view v_member as
select m.person, m.group_id
from directory_membership m
join directory_person p on p.id = m.person
where p.active = true;

-- in whose place somebody may work which steps, and on which days; read from what the absent one is, so a substitute of a
-- substitute has nothing, and over when either leaves the unit
create or replace view v_stand_in as
select s.substitute, s.person, away.group_id, s.from_on, s.to_on
from substitution_period s
join directory_person p on p.id = s.person and p.active = true
join directory_membership away on away.person = s.person
where s.ended_at is null
    and ((s.scope = 'HEAD' and away.group_id = concat(s.unit, '.head'))
        or (s.scope = 'OWN' and away.group_id in (concat(s.unit, '.staff'), 'plan-office')))
    and exists (
        select 1 from directory_membership me
        where me.person = s.substitute
            and (me.group_id = away.group_id
                or (away.group_id <> 'plan-office'
                    and me.group_id in (concat(s.unit, '.head'), concat(s.unit, '.staff')))));

-- the deadline of a case for notices and calendars: how often it was moved, when last, and who has the work
create or replace view v_case_due as
select
    c.case_key, c.assignment, c.unit, c.state, c.due_on, c.submitted_at, a.title_vi, a.title_en,
    u.short_name as unit_short_name,
    (select count(*) from casework_deadline_move m where m.case_key = c.case_key) as moves,
    -- of a recurring task: until when the oldest report that is not handed in is due
    (
        select min(p.due_on) from casework_period p
        where p.case_key = c.case_key and p.opened_at is not null and p.submitted_at is null
    ) as report_due_on,
    coalesce((select max(m.moved_at) from casework_deadline_move m where m.case_key = c.case_key), c.opened_at) as due_since,
    (
        select w.officer from casework_work_item w
        where w.case_key = c.case_key and w.officer is not null
        order by w.opened_at desc, w.task_id desc
        limit 1
    ) as officer
from casework_case c
join plan_assignment a on a.plan_year = c.plan_year and a.code = c.assignment
join directory_unit u on u.code = c.unit;

-- what is due next of an open case: the oldest report that is owed, or the deadline
create or replace view v_next_deadline as
select c.case_key, c.plan_year, c.unit, c.due_on as next_due_on
from casework_case c
where c.state = 'OPEN'
    and not exists (
        select 1 from casework_period p
        where p.case_key = c.case_key and p.opened_at is not null and p.submitted_at is null);

create or replace view v_next_report as
select c.case_key, c.plan_year, c.unit, p.due_on as next_due_on
from casework_case c
join casework_period p on p.case_key = c.case_key and p.opened_at is not null and p.submitted_at is null
where c.state = 'OPEN'
    and not exists (
        select 1 from casework_period older
        where older.case_key = p.case_key and older.opened_at is not null and older.submitted_at is null
            and (older.due_on < p.due_on or (older.due_on = p.due_on and older.number < p.number)));

-- names of files that were handed in, and who co-ordinates or appraises their cases
create or replace view v_evidence as
select e.id, e.case_key, e.name, e.name_folded, e.kept_at, c.unit, c.appraiser, c.plan_year, c.assignment
from casework_evidence e
join casework_case c on c.case_key = e.case_key
where e.frozen_at is not null;

-- which units co-ordinate an assignment, and so read its cases
create or replace view v_coordinating as
select plan_year, assignment, unit from plan_assignment_unit where duty = 'COORDINATE';

create or replace view v_assignment as
select plan_year, code, solution_group, title_vi, title_en from plan_assignment;

-- the words of assignments as they are searched, each with a space before it; the youngest year first
create or replace view v_assignment_words as
select plan_year, code, year_back, solution_group, words from plan_assignment_words;

-- the share of its assignment's weight with which a case supports an indicator
create or replace view v_case_weight as
select case_key, indicator, weight from indicator_link;

-- each step that somebody completed, with the province's days on which it opened and ended
create or replace view v_step_done as
select
    plan_year, solution_group, process, element, name, ended_at,
    cast(timestampadd(hour, 7, opened_at) as date) as opened_on,
    cast(timestampadd(hour, 7, ended_at) as date) as ended_on
from casework_work_item
where ended_at is not null and completed_by is not null;

-- each step that waits in a case whose time runs
create or replace view v_step_open as
select w.plan_year, w.solution_group, w.process, w.element, w.name, w.due_at
from casework_work_item w
join casework_case c on c.case_key = w.case_key
where w.ended_at is null and c.state = 'OPEN';

-- when and how a deadline moved
create or replace view v_deadline_move as
select case_key, cause, moved_at from casework_deadline_move;

-- why a case is late, as its unit wrote it: with the product it handed in, or as a difficulty it noted
create or replace view v_lateness as
select w.case_key, c.plan_year, d.frozen_at as written_at, f.content as words
from casework_draft_field f
join casework_draft d on d.task_id = f.task_id and d.person = f.person
join casework_work_item w on w.task_id = f.task_id
join casework_case c on c.case_key = w.case_key
where f.field = 'latenessReason' and d.frozen_at is not null
union all
select p.case_key, c.plan_year, p.noted_at, p.note
from casework_progress p
join casework_case c on c.case_key = p.case_key
where p.kind = 'DIFFICULTY';
