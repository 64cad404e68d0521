-- Where figures of places were read: file, line or cell, load, by source; what holds now, or held then.
--   $1 text[]  places
--   $2 text[]  indicators
--   $3 int4    no later year; null: to the last
--   $4 date    what the warehouse knew at the end of that day; null: now
select
    v.place,
    v.indicator,
    v.level,
    v.freq,
    v.period::text as period,
    v.geography,
    v.source,
    v.load_id,
    l.job,
    l.file,
    l.sha256,
    v.line,
    v.sheet,
    v.cell,
    v.document,
    v.page
from mart.observation_vintage as v
left join mart.load as l on l.load_id = v.load_id and l.slot_id = v.slot_id
where v.place = any ($1)
    and v.indicator = any ($2)
    and v.period < coalesce(make_date($3 + 1, 1, 1), 'infinity')
    and v.recorded_from < coalesce(mart.end_of_day($4), 'infinity')
    and v.recorded_to >= coalesce(mart.end_of_day($4), 'infinity')
order by v.place, v.indicator, v.period, v.geography, v.source;
