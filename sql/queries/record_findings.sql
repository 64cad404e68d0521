-- Writes what checks found in one file.
--   $1 int4   load
--   $2 int4   slot
--   $3 jsonb  array of {check, severity, place, indicator, level, period, source, line, arguments}
insert into ops.finding (
    load_id, slot_id, number, check_name, severity, place, indicator, level, period, source, line, arguments)
select
    $1,
    $2,
    x.number,
    x.finding ->> 'check',
    x.finding ->> 'severity',
    x.finding ->> 'place',
    x.finding ->> 'indicator',
    x.finding ->> 'level',
    (x.finding ->> 'period')::date,
    x.finding ->> 'source',
    (x.finding ->> 'line')::int4,
    array(select jsonb_array_elements_text(x.finding -> 'arguments'))
from jsonb_array_elements($3) with ordinality as x (finding, number);
