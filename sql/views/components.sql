-- The parts of the five indices of a place in the last year of which its parts are known, beside the median
-- of all provinces: where it is strong and where it is weak.
--   place         text    id
--   last_year     int4    no later year; null: to the last
--   as_of         date    what the warehouse knew at the end of that day in Việt Nam; null: now
--   published_by  date    what the world could know at the end of that day; null: everything
-- One row per part. median is null where a province is missing (see mart.summary); gap is the distance to
-- it in the indicator's unit, positive is better; best is the best of all provinces.
-- No order is promised.
-- Example:
--   select c.indicator, c.value, c.median, c.gap from mart.components('lang-son', 2019, null, null) as c
--   order by c.gap desc;
create function mart.components(
    place text,
    last_year int4,
    as_of date,
    published_by date
) returns table (
    index text,
    indicator text,
    indicator_name_vi text,
    indicator_name_en text,
    decimals int2,
    period date,
    geography text,
    value float8,
    unit text,
    rank int4,
    rank_of int4,
    rank_tied boolean,
    median float8,  -- median of all provinces, in the indicator's unit; null where one is missing
    best float8,  -- best of all provinces, in the indicator's unit
    gap float8,  -- distance to the median in the indicator's unit, positive is better
    source text,
    indicator_order int4
)
language sql stable
as $$
    with asked as materialized (
        select
            i.index,
            array_agg(i.indicator) as indicators
        from mart.indicator as i
        join mart.indicator as up on up.indicator = i.parent
        where up.indicator = up.index
            and i.unit is not null
            -- Of a total that weighs its parts those with a weight; others stand beside it.
            and (
                exists (select from mart.scale as s where s.indicator = i.indicator and s.weight > 0)
                or not exists (
                    select
                    from mart.scale as s
                    join mart.indicator as other on other.indicator = s.indicator
                    where other.parent = i.parent and s.weight > 0
                )
            )
        group by i.index
    ),
    -- The last year in which a part is printed: the last one known is this or, of sums, a later one. Where
    -- none is printed, every year is looked through.
    printed as materialized (
        select
            a.index,
            a.indicators,
            (
                select extract(year from max(v.period))::int4
                from mart.observation_vintage as v
                where v.place = components.place
                    and v.indicator = any (a.indicators)
                    and v.value is not null
                    and v.level = ''
                    and v.freq = 'A'
                    and v.document is null
                    and (components.last_year is null or v.period < make_date(components.last_year + 1, 1, 1))
                    and v.recorded_from < coalesce(mart.end_of_day(components.as_of), 'infinity')
                    and v.recorded_to >= coalesce(mart.end_of_day(components.as_of), 'infinity')
                    and (components.published_by is null or v.published_on <= components.published_by)
            ) as year
        from asked as a
    ),
    part as materialized (
        select
            f.*,
            i.index,
            i.indicator,
            i.name_vi as indicator_name_vi,
            i.name_en as indicator_name_en,
            i.decimals,
            i.unit,
            i.preference as indicator_order,
            i.direction,
            max(f.period) over (partition by i.index) as last_period
        from printed as a
        cross join lateral mart.figures(
            array[components.place], a.indicators, a.year, components.last_year, '{""}',
            components.as_of, components.published_by
        ) as f
        join mart.place as p on p.place_id = f.place_id
        join mart.indicator as i on i.indicator_id = f.indicator_id
        where p.place = components.place and f.freq = 'A' and f.value is not null
    ),
    all_provinces as materialized (
        select s.*
        from (
            select
                p.index,
                extract(year from max(p.last_period))::int4 as year,
                array_agg(distinct p.indicator) as indicators
            from part as p
            where p.period = p.last_period
            group by p.index
        ) as l
        cross join lateral mart.summary(
            l.indicators, l.year, l.year, '{""}', components.as_of, components.published_by
        ) as s
        where s.region is null
    )
    select
        p.index,
        p.indicator,
        p.indicator_name_vi,
        p.indicator_name_en,
        p.decimals,
        p.period,
        p.geography,
        p.value,
        p.unit,
        p.rank,
        p.rank_of,
        p.rank_tied,
        s.median,
        s.best,
        round(
            case p.direction
                when 'lower_is_better' then s.median - p.value
                when 'higher_is_better' then p.value - s.median
            end::numeric,
            10
        )::float8,
        p.source,
        p.indicator_order
    from part as p
    left join all_provinces as s
        on s.indicator = p.indicator
        and s.level = p.level
        and s.freq = p.freq
        and s.period = p.period
        and s.geography = p.geography
    where p.period = p.last_period
$$;

comment on function mart.components(text, int4, date, date) is
    'parts of the five indices of a place in the last year known, beside the median of all provinces';
