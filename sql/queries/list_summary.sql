-- What all provinces together say, by indicator and period: the whole country first, then regions.
--   $1 text[]  indicators; null for all
--   $2 int4    first year; null: from the first
--   $3 int4    last year; null: to the last
--   $4 text[]  administrative levels; null for all
--   $5 date    what the warehouse knew at the end of that day; null: now
--   $6 date    what the world could know at the end of that day; null: everything
--   $7 text    boundaries: published or 2025
select
    s.indicator,
    s.level,
    s.freq,
    s.period::text as period,
    s.geography,
    s.region,
    r.name_vi as region_name_vi,
    r.name_en as region_name_en,
    s.places,
    s.places_of,
    s.mean,
    s.median,
    s.best,
    s.best_place,
    b.name_vi as best_name_vi,
    b.name_en as best_name_en
from mart.summary($1, $2, $3, $4, $5, $6, $7) as s
join mart.indicator as i on i.indicator = s.indicator
left join mart.place as r on r.place = s.region
left join mart.place as b on b.place = s.best_place
order by i.preference, s.level, s.period, s.geography desc, s.region nulls first;
