-- What a slot holds now; one row.
--   $1 int4  slot
select
    exists (select from warehouse.observation as o where o.slot_id = $1) as has_figures,
    exists (
        select from warehouse.target as t where t.slot_id = $1 and t.recorded_to = 'infinity'
    ) as has_targets,
    exists (select from warehouse.plan as l where l.slot_id = $1 and l.recorded_to = 'infinity') as has_plans,
    exists (select from warehouse.plan as l where l.text_slot_id = $1) as has_document;
