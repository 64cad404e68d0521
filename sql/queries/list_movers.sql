-- Places that moved between two years, those that gained most first.
--   $1 text[]  indicators
--   $2 int4    first year
--   $3 int4    last year
--   $4 text    region; null for the whole country
--   $5 text[]  administrative levels; null for all
--   $6 date    what the warehouse knew at the end of that day; null: now
--   $7 date    what the world could know at the end of that day; null: everything
--   $8 boolean over breaks too
select
    m.place,
    m.place_name_vi,
    m.place_name_en,
    m.indicator,
    m.indicator_name_vi,
    m.indicator_name_en,
    m.decimals,
    m.unit,
    m.level,
    m.from_period::text as from_period,
    m.to_period::text as to_period,
    m.from_value,
    m.to_value,
    m.from_rank,
    m.from_rank_of,
    m.from_rank_tied,
    m.to_rank,
    m.to_rank_of,
    m.to_rank_tied,
    m.moved,
    m.percentile_change,
    m.change,
    m.break,
    m.rank_source,
    m.source
from mart.movers($1, $2, $3, $4, $5, $6, $7, $8) as m
order by m.indicator_order, m.level, m.percentile_change desc nulls last, m.to_rank, m.place;
