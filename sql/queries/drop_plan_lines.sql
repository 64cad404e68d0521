-- Drops the lines that a document put here, unless they are those of the text it has now.
--   $1 int4   slot of the document
--   $2 text   the plan that it is now; null for none
--   $3 text   SHA-256 of its text, hex; null for none
delete from warehouse.plan_line as n
using warehouse.plan as l
where n.province_id = l.province_id
    and n.plan_id = l.plan_id
    and l.text_slot_id = $1
    and (l.plan is distinct from $2 or l.lines_sha256 is distinct from decode($3, 'hex'));
