-- Targets of a table that another file already says; one row per target.
--   $1 int4   slot
--   $2 jsonb  array of rows with keys plan, target_key, line
select
    x.line,
    s.job,
    s.file
from jsonb_to_recordset($2) as x (plan text, target_key text, line int4)
join warehouse.plan as l on l.plan = x.plan and l.recorded_to = 'infinity'
join warehouse.target as t
    on t.province_id = l.province_id and t.plan_id = l.plan_id
    and t.target_key = x.target_key and t.recorded_to = 'infinity'
join ops.slot as s on s.slot_id = t.slot_id
where t.slot_id <> $1
order by x.line;
