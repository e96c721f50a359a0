-- each part of it is asked for by itself now
drop view if exists v_case_total;
