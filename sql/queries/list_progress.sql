-- Targets beside results, by place in the order asked for, plan and order in the plan.
--   $1 text[]  places; null for all
--   $2 text[]  indicators; null for all
--   $3 int4    first year; null for all
--   $4 int4    last year; null for all
--   $5 text[]  administrative levels; null for all
--   $6 date    what the warehouse knew at the end of that day; null: now
--   $7 date    what the world could know at the end of that day; null: everything
--   $8 text    linear or cagr
--   $9 boolean take a base over breaks of method too
--   $10 text   boundaries: published or 2025
select
    p.place,
    p.place_name_vi,
    p.place_name_en,
    p.ceased_on::text as ceased_on,
    p.plan,
    p.ordinal,
    p.line_from,
    p.line_to,
    p.indicator,
    p.indicator_name_en,
    p.decimals,
    p.subject,
    p.level,
    p.scope,
    p.issued_on::text as issued_on,
    p.period_start,
    p.period_end,
    p.in_force_to::text as in_force_to,
    p.next_plan,
    p.next_change,
    p.comparator,
    p.target,
    p.target_high,
    p.target_rank_of,
    p.unit,
    p.measure,
    p.baseline_year,
    p.grp,
    p.wanted,
    p.base_period::text as base_period,
    p.base_value,
    p.base_rank_of,
    p.base_source,
    p.latest_period::text as latest_period,
    p.latest_value,
    p.latest_rank_of,
    p.latest_grp,
    p.latest_source,
    p.break,
    p.gap,
    p.required_per_year,
    p.observed_per_year,
    p.pace,
    p.method,
    p.verdict,
    p.grade,
    p.carried_from
from mart.progress($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as p
order by array_position($1, p.place), p.place, p.period_start, p.period_end desc, p.plan, p.ordinal;
