-- the cases of a unit in a plan, those due first at the top
create index casework_case_unit_due on casework_case (unit, state, plan_year, due_on);
drop index casework_case_unit on casework_case;
