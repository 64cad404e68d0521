-- Writes what a load refused in one file.
--   $1 int4   load
--   $2 int4   slot
--   $3 jsonb  array of {line, field, reason, arguments}
insert into ops.reject (load_id, slot_id, number, line, field, reason, arguments)
select
    $1,
    $2,
    x.number,
    (x.reject ->> 'line')::int4,
    x.reject ->> 'field',
    x.reject ->> 'reason',
    array(select jsonb_array_elements_text(x.reject -> 'arguments'))
from jsonb_array_elements($3) with ordinality as x (reject, number);
