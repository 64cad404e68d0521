-- Error: editions declared complete of which some places have neither total nor rank here, whoever prints
-- them; one row per edition. It is asked of the whole warehouse only: while files come one by one, an
-- edition is not whole yet.
--   $1 int4[]  series that are looked at; null, else there are no rows
--   $2 date[]  their periods
-- arguments: edition, places with total or rank, places that it covers
select
    'error' as severity,
    null as place,
    e.index as indicator,
    '' as level,
    e.period,
    null as source,
    null::int4 as line,
    array[e.edition, count(f.place_id)::text, e.places_covered::text] as arguments
from mart.edition as e
join mart.indicator as i on i.indicator = e.index
join mart.figures('{province}', array['par', 'sipas', 'papi', 'pci', 'dti'], null, null, '{""}', null, null) as f
    on f.indicator_id = i.indicator_id and f.geography = e.geography and f.period = e.period
join mart.place as p on p.place_id = f.place_id and p.kind in ('province', 'municipality')
where $1::int4[] is null
    and $2::date[] is null
    and e.complete
    and (f.value is not null or f.rank is not null)
group by e.edition, e.index, e.period, e.places_covered
having count(f.place_id) < e.places_covered
    and not mart.is_allowed(
        'edition_incomplete', null, e.edition, e.index, null, e.places_covered - count(f.place_id))
order by indicator, level, period, source, place, line;
