-- announced by the government, or expected and not announced yet
alter table calendar_day add column official boolean default true not null;

-- 2025: letter 8726/VPCP-KGVX of 26/11/2024. 2026: lengths as announced; days swapped as reported. 2027: days fixed by article
-- 112 of the Labour Code; the rest is not announced and expected only.
insert into calendar_day (on_day, worked, note, official) values
    ('2025-01-01', false, 'Tết Dương lịch', true),
    ('2025-01-27', false, 'Tết Nguyên đán', true),
    ('2025-01-28', false, 'Tết Nguyên đán', true),
    ('2025-01-29', false, 'Tết Nguyên đán', true),
    ('2025-01-30', false, 'Tết Nguyên đán', true),
    ('2025-01-31', false, 'Tết Nguyên đán', true),
    ('2025-04-07', false, 'Giỗ Tổ Hùng Vương', true),
    ('2025-04-26', true, 'Làm bù cho ngày 02/5', true),
    ('2025-04-30', false, 'Ngày Chiến thắng', true),
    ('2025-05-01', false, 'Ngày Quốc tế Lao động', true),
    ('2025-05-02', false, 'Nghỉ hoán đổi', true),
    ('2025-09-01', false, 'Quốc khánh', true),
    ('2025-09-02', false, 'Quốc khánh', true),
    ('2026-01-01', false, 'Tết Dương lịch', true),
    ('2026-01-02', false, 'Nghỉ hoán đổi', true),
    ('2026-01-10', true, 'Làm bù cho ngày 02/01', true),
    ('2026-02-16', false, 'Tết Nguyên đán', true),
    ('2026-02-17', false, 'Tết Nguyên đán', true),
    ('2026-02-18', false, 'Tết Nguyên đán', true),
    ('2026-02-19', false, 'Tết Nguyên đán', true),
    ('2026-02-20', false, 'Tết Nguyên đán', true),
    ('2026-04-27', false, 'Nghỉ bù Giỗ Tổ Hùng Vương', true),
    ('2026-04-30', false, 'Ngày Chiến thắng', true),
    ('2026-05-01', false, 'Ngày Quốc tế Lao động', true),
    ('2026-08-22', true, 'Làm bù cho ngày 31/8', true),
    ('2026-08-31', false, 'Nghỉ hoán đổi', true),
    ('2026-09-01', false, 'Quốc khánh', true),
    ('2026-09-02', false, 'Quốc khánh', true),
    ('2027-01-01', false, 'Tết Dương lịch', true),
    ('2027-02-05', false, 'Tết Nguyên đán (dự kiến)', false),
    ('2027-02-08', false, 'Tết Nguyên đán (dự kiến)', false),
    ('2027-02-09', false, 'Tết Nguyên đán (dự kiến)', false),
    ('2027-02-10', false, 'Tết Nguyên đán (dự kiến)', false),
    ('2027-02-11', false, 'Tết Nguyên đán (dự kiến)', false),
    ('2027-04-16', false, 'Giỗ Tổ Hùng Vương', true),
    ('2027-04-30', false, 'Ngày Chiến thắng', true),
    ('2027-05-03', false, 'Nghỉ bù Ngày Quốc tế Lao động', true),
    ('2027-09-02', false, 'Quốc khánh', true),
    ('2027-09-03', false, 'Quốc khánh (dự kiến)', false);

-- what was understood of the words; the words stay beside it
alter table plan_assignment add column deadline_kind varchar(20) default 'UNPARSED' not null;
alter table plan_assignment add column deadline_cycle varchar(12);
