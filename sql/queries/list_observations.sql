-- Figures as each source tells them, by indicator, then by place, in time, by source.
--   $1 text[]  places; null for all
--   $2 text[]  indicators; null for all
--   $3 int4    first year; null: from the first
--   $4 int4    last year; null: to the last
--   $5 text[]  administrative levels; null for all
--   $6 date    what the warehouse knew at the end of that day; null: now
--   $7 date    what the world could know at the end of that day; null: everything
select
    o.place,
    p.name_vi as place_name_vi,
    p.name_en as place_name_en,
    p.iso_3166_2,
    o.indicator,
    i.name_vi as indicator_name_vi,
    i.name_en as indicator_name_en,
    i.decimals,
    o.level,
    o.freq,
    o.period::text as period,
    o.geography,
    o.value,
    o.unit,
    o.rank,
    o.rank_of,
    o.grp,
    o.flags,
    o.source,
    o.edition,
    o.published_on::text as published_on,
    o.note,
    o.document,
    o.page
from mart.observation_vintage as o
join mart.place as p on p.place_id = o.place_id
join mart.indicator as i on i.indicator_id = o.indicator_id
where ($1::text[] is null or o.place = any ($1))
    and ($2::text[] is null or o.indicator = any ($2))
    and o.period >= coalesce(make_date($3, 1, 1), '-infinity')
    and o.period < coalesce(make_date($4 + 1, 1, 1), 'infinity')
    and ($5::text[] is null or o.level = any ($5))
    and o.recorded_from < coalesce(mart.end_of_day($6), 'infinity')
    and o.recorded_to >= coalesce(mart.end_of_day($6), 'infinity')
    and ($7::date is null or o.published_on <= $7)
order by i.preference, o.level, o.place, o.period, o.geography, o.source;
