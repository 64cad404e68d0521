-- What every source says of one figure, with every vintage: what holds now before what held, and the
-- preferred source first. Parts of a sum are asked with include_parts.
--   $1 text[]  places
--   $2 text    indicator
--   $3 date    first day of the period
--   $4 text    administrative level
--   $5 boolean the parts that the indicator is the sum of, two levels deep, instead of the indicator itself
--   $6 date    what the warehouse knew at the end of that day; null: now
--   $7 date    what the world could know at the end of that day; null: everything
--   $8 text    A yearly, Q quarterly, M monthly
select
    v.place,
    p.name_vi as place_name_vi,
    p.name_en as place_name_en,
    v.indicator,
    i.name_vi as indicator_name_vi,
    i.name_en as indicator_name_en,
    i.decimals,
    v.level,
    v.freq,
    v.period::text as period,
    v.geography,
    v.value,
    v.unit,
    v.rank,
    v.rank_of,
    v.grp,
    v.flags,
    v.note,
    v.edition,
    v.published_on::text as published_on,
    s.source,
    s.publisher,
    s.title,
    s.url,
    s.tier,
    v.load_id,
    l.job,
    l.file,
    l.sha256,
    v.line,
    v.sheet,
    v.cell,
    v.document,
    v.page,
    to_char(v.recorded_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_from,
    case
        when v.recorded_to <> 'infinity'
            then to_char(v.recorded_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    end as recorded_to
from mart.observation_vintage as v
join mart.place as p on p.place_id = v.place_id
join mart.indicator as i on i.indicator_id = v.indicator_id
left join mart.indicator as up on up.indicator_id = i.parent_id and up.aggregate = 'sum'
left join mart.indicator as top on top.indicator_id = up.parent_id and top.aggregate = 'sum'
join mart.source as s on s.source = v.source
left join mart.load as l on l.load_id = v.load_id and l.slot_id = v.slot_id
where v.place = any ($1)
    and case when $5 then up.indicator = $2 or top.indicator = $2 else i.indicator = $2 end
    and v.period = $3
    and v.level = $4
    and v.freq = $8
    and ($6::date is null or v.recorded_from < mart.end_of_day($6))
    and ($7::date is null or v.published_on <= $7)
order by
    i.preference,
    v.place,
    v.geography desc,
    (v.recorded_to = 'infinity') desc,
    v.tier,
    v.preference,
    v.recorded_from desc;
