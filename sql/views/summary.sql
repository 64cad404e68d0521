-- What all provinces together say: mean, median and best value of an indicator in a period, of the whole
-- country and of each region. Given only where the value of every province is known that the edition
-- covers (of a region: of every province in it), by somebody else than the province itself.
--   indicators, first_year, last_year, levels, as_of, published_by, boundaries   as in mart.figures
-- One row per indicator, level, period, geography and region, also where nothing is given: places says how
-- many are known of how many (places_of; null where nobody says how many there should be).
-- No order is promised.
-- Example:
--   select s.region, s.mean, s.median, s.best_place
--   from mart.summary(array['pci'], 2019, 2019, array[''], null, null, 'published') as s;
create function mart.summary(
    indicators text[],
    first_year int4,
    last_year int4,
    levels text[],
    as_of date,
    published_by date,
    boundaries text default 'published'
) returns table (
    indicator text,
    level text,
    freq text,
    period date,
    geography text,
    region text,  -- id of the region; null for the whole country
    places int4,  -- places whose value is known
    places_of int4,  -- places that there should be; null where nobody says
    mean float8,  -- mean of their values, in the indicator's unit
    median float8,  -- median of their values, in the indicator's unit
    best float8,  -- best of their values, in the indicator's unit
    best_place text  -- id of the place that has it
)
language sql stable
as $$
    with figure as (
        select
            i.indicator,
            i.direction,
            f.level,
            f.freq,
            f.period,
            -- The provinces of today are one list, whoever they were when a figure was published.
            case when summary.boundaries = 'published' then f.geography else 'vn-34' end as geography,
            p.place,
            case
                when summary.boundaries = '2025' or f.geography = 'vn-34' then p.region_2025
                else p.region
            end as region,
            f.value,
            case when summary.boundaries = 'published' then e.places_covered end as places_covered,
            case when summary.boundaries = 'published' then coalesce(e.reference_date, f.period) end as day
        from mart.figures(
            '{province}', summary.indicators, summary.first_year, summary.last_year, summary.levels, summary.as_of,
            summary.published_by, summary.boundaries
        ) as f
        join mart.place as p on p.place_id = f.place_id
        join mart.indicator as i on i.indicator_id = f.indicator_id
        left join mart.edition as e
            on e.index = i.index and e.geography = f.geography and e.period = f.period and f.freq = 'A'
        where p.kind in ('province', 'municipality') and f.value is not null and not f.is_reported
    ),
    known as (
        select
            f.indicator,
            f.direction,
            f.level,
            f.freq,
            f.period,
            f.geography,
            f.region,
            grouping(f.region) = 1 as is_country,
            min(f.places_covered) as places_covered,
            min(f.day) as day,
            count(*)::int4 as places,
            avg(f.value::numeric)::float8 as mean,
            percentile_cont(0.5) within group (order by f.value) as median,
            case f.direction when 'lower_is_better' then min(f.value) when 'higher_is_better' then max(f.value) end as best,
            array_agg(f.place order by f.value, f.place) as rising
        from figure as f
        group by grouping sets (
            (f.indicator, f.direction, f.level, f.freq, f.period, f.geography),
            (f.indicator, f.direction, f.level, f.freq, f.period, f.geography, f.region))
    ),
    -- Read once, not for every list: below provinces there are thousands of places.
    province as materialized (
        select
            p.valid_from,
            coalesce(p.valid_to, 'infinity') as valid_to,
            p.region,
            p.region_2025
        from mart.place as p
        where p.kind in ('province', 'municipality')
    ),
    counted as materialized (
        select
            k.*,
            case
                when k.is_country and summary.boundaries = 'published' then k.places_covered
                else (
                    select count(*)::int4
                    from province as p
                    where coalesce(k.day, 'infinity') between p.valid_from and p.valid_to
                        and (
                            k.is_country
                            or k.region = case
                                when summary.boundaries = '2025' or k.geography = 'vn-34' then p.region_2025
                                else p.region
                            end
                        )
                )
            end as places_of
        from known as k
        where k.is_country or k.region is not null
    )
    select
        c.indicator,
        c.level,
        c.freq,
        c.period,
        c.geography,
        c.region,
        c.places,
        c.places_of,
        case when c.places >= c.places_of then c.mean end,
        case when c.places >= c.places_of then c.median end,
        case when c.places >= c.places_of then c.best end,
        case
            when c.places >= c.places_of and c.direction = 'lower_is_better' then c.rising[1]
            when c.places >= c.places_of and c.direction = 'higher_is_better' then (
                select min(f.place)
                from figure as f
                where (f.indicator, f.level, f.freq, f.period, f.geography)
                    = (c.indicator, c.level, c.freq, c.period, c.geography)
                    and f.value = c.best
                    and (c.is_country or f.region = c.region)
            )
        end
    from counted as c
$$;

comment on function mart.summary(text[], int4, int4, text[], date, date, text) is
    'mean, median and best of all provinces and of regions, only where every province covered is known';
