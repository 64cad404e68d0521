-- Lines of the plans whose documents were read, one row per line that is not empty.
-- Example:
--   select count(*) from mart.plan_line as l;
create view mart.plan_line as
select
    l.plan,
    p.place,
    n.line,
    n.text,
    n.words
from warehouse.plan_line as n
join warehouse.plan as l on l.province_id = n.province_id and l.plan_id = n.plan_id
join catalog.place as p on p.place_id = l.place_id
where l.recorded_to = 'infinity';

comment on view mart.plan_line is 'lines of plans whose documents were read; source: plan documents';
comment on column mart.plan_line.plan is 'the plan';
comment on column mart.plan_line.place is 'id of the place';
comment on column mart.plan_line.line is 'line of the text, from 1';
comment on column mart.plan_line.text is 'the line as read';
comment on column mart.plan_line.words is 'words of the line and of the next one that is not empty, without marks, in lower case; indexed for @@';
