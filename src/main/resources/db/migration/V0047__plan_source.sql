-- bodies that are asked to co-ordinate and are no units of the province, as the plan writes them
alter table plan_assignment add column invited varchar(1000) default '' not null;
-- the sheet, or the number of the table, that an assignment was taken from; null for plan files
alter table plan_assignment add column source_sheet varchar(200);
