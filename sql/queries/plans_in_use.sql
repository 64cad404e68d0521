-- Plans of a slot that it no longer names while targets of other files that hold still belong to them,
-- or another file's text; one row per plan.
--   $1 int4   slot
--   $2 jsonb  array of rows with a key plan
select l.plan
from warehouse.plan as l
where l.slot_id = $1
    and l.recorded_to = 'infinity'
    and not exists (select from jsonb_to_recordset($2) as x (plan text) where x.plan = l.plan)
    and (l.text_slot_id <> $1 or exists (
        select
        from warehouse.target as t
        where t.province_id = l.province_id and t.plan_id = l.plan_id and t.recorded_to = 'infinity'
            and t.slot_id <> $1
    ))
order by l.plan;
