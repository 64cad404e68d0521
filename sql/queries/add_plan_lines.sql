-- Puts the lines of a plan's text here.
--   $1 int4     province
--   $2 int4     plan
--   $3 text[]   lines of the text, from the first
--   $4 text[]   the same as a search looks in them
insert into warehouse.plan_line (province_id, plan_id, line, text, folded)
select
    $1,
    $2,
    x.line,
    x.text,
    x.folded
from unnest($3::text[], $4::text[]) with ordinality as x (text, folded, line)
where btrim(x.text, E' \t\f\r') <> '';
