-- Puts the lines of a plan's text here. Of a line that no person writes only the beginning is found.
--   $1 int4     province
--   $2 int4     plan
--   $3 text[]   lines of the text, from the first
--   $4 text[]   each with the next one that is not empty, without marks, in lower case
insert into warehouse.plan_line (province_id, plan_id, line, text, words)
select
    $1,
    $2,
    x.line,
    x.text,
    to_tsvector('simple'::regconfig, left(x.folded, 100000))
from unnest($3::text[], $4::text[]) with ordinality as x (text, folded, line)
where btrim(x.text, E' \t\f\r') <> '';
