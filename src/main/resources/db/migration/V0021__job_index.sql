-- the engine asks every few seconds for jobs that are due, and ships no index for it
create index ACT_IDX_JOB_DUEDATE on ACT_RU_JOB (DUEDATE_);
