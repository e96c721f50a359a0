-- how far the demo's calendar stands from real time; one row at most, none in production
create table calendar_demo_clock (
    id integer not null,
    offset_millis bigint not null,
    constraint calendar_demo_clock_pk primary key (id)
);

-- days that differ from the plain Monday-to-Friday week
create table calendar_day (
    on_day date not null,
    worked boolean not null,
    note varchar(200) not null,
    constraint calendar_day_pk primary key (on_day)
);

-- 2024: letters 8662/VPCP-KGVX of 03/11/2023 and 2450/VPCP-KGVX of 12/4/2024
insert into calendar_day (on_day, worked, note) values
    ('2024-01-01', false, 'Tết Dương lịch'),
    ('2024-02-08', false, 'Tết Nguyên đán'),
    ('2024-02-09', false, 'Tết Nguyên đán'),
    ('2024-02-12', false, 'Tết Nguyên đán'),
    ('2024-02-13', false, 'Tết Nguyên đán'),
    ('2024-02-14', false, 'Tết Nguyên đán'),
    ('2024-04-18', false, 'Giỗ Tổ Hùng Vương'),
    ('2024-04-29', false, 'Nghỉ hoán đổi'),
    ('2024-04-30', false, 'Ngày Chiến thắng'),
    ('2024-05-01', false, 'Ngày Quốc tế Lao động'),
    ('2024-05-04', true, 'Làm bù cho ngày 29/4'),
    ('2024-09-02', false, 'Quốc khánh'),
    ('2024-09-03', false, 'Quốc khánh');
