-- What a plan's targets ask of its place, in the order of the document; one row per target, repeats left out.
--   $1 text   the plan
select
    t.place,
    t.indicator,
    t.level,
    coalesce(t.period_end, p.period_end) as year,
    t.unit
from mart.target as t
join mart.plan as p on p.plan = t.plan
where t.plan = $1
    and t.repeat_of is null
order by t.ordinal, t.line_from, t.target_key;
