-- What the warehouse learned between two days, by job, then by plan, indicator, place and time.
--   $1 date    end of that day; null: from the beginning
--   $2 date    end of that day; null: now
--   $3 text[]  places; null for all
--   $4 text[]  indicators; null for all
--   $5 text[]  jobs; null for all
select
    c.job,
    c.kind,
    c.change,
    c.place,
    c.place_name_vi,
    c.place_name_en,
    c.indicator,
    c.indicator_name_vi,
    c.indicator_name_en,
    c.decimals,
    c.unit,
    c.level,
    c.freq,
    c.period::text as period,
    c.geography,
    c.source,
    c.plan,
    c.subject,
    c.old_value,
    c.new_value,
    c.old_rank,
    c.new_rank,
    c.old_grp,
    c.new_grp,
    c.old_flags,
    c.new_flags,
    c.old_load,
    c.new_load,
    to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as recorded_at
from mart.changes($1, $2, $3, $4, $5) as c
order by c.job, c.kind, c.plan, c.indicator, c.level, c.place, c.period, c.geography, c.source, c.subject;
