-- Targets beside the latest result, by place in the order asked for, plan and order in the plan.
--   $1 text[]  places; null for all
--   $2 text[]  indicators; null for all
--   $3 int4    first year; null for all
--   $4 int4    last year; null for all
--   $5 text[]  administrative levels; null for all
--   $6 date    what the warehouse knew at the end of that day; null: now
--   $7 date    what the world could know at the end of that day; null: everything
select
    t.plan,
    t.place,
    t.place_name_vi,
    t.place_name_en,
    t.ordinal,
    t.section,
    t.line_from,
    t.line_to,
    t.area,
    t.indicator,
    t.indicator_name_vi,
    t.indicator_name_en,
    t.decimals,
    t.subject,
    t.level,
    t.scope,
    t.comparator,
    t.value,
    t.value_high,
    t.unit,
    t.measure,
    t.baseline_year,
    t.period_start,
    t.period_end,
    t.grp,
    t.origin,
    t.result_period::text as result_period,
    t.result_value,
    t.result_rank,
    t.result_rank_of,
    t.result_source,
    t.result_derived,
    t.source
from mart.targets($1, $2, $3, $4, $5, $6, $7) as t
order by array_position($1, t.place), t.place, t.period_start, t.period_end desc, t.plan, t.ordinal;
