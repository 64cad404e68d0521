-- The figures that queries use: per place, indicator, level, period and geography one row. Value, rank
-- and group are chosen one by one: lowest tier, then the catalog's order. Where nobody prints a value
-- and the indicator is a sum, it is the sum of all its parts of that year, and derived is true; sums
-- go two levels deep (dimensions of sub-dimensions, totals of dimensions). Where nobody prints a rank,
-- it is computed if the values of all places that the edition covers are known: rank_source 'computed';
-- what a province reports of itself is never among them.
--   places        text[]  ids; null for all; the name of a level, province, district or commune, stands for
--                         all of its places. With one province all are read, since its rank is among them.
--   indicators    text[]  codes; null for all
--   first_year    int4    null: from the first
--   last_year     int4    null: to the last
--   levels        text[]  administrative levels; null for all, {''} for the place's own figure
--   as_of         date    what the warehouse knew at the end of that day in Việt Nam; null: now
--   published_by  date    what the world could know at the end of that day; null: everything
--   boundaries    text    'published': places as the source knew them; '2025': provinces of today, where
--                         several became one the plain mean of their values, derived, with the least and
--                         the greatest of them. A mean needs the values of all of them, else it is empty;
--                         ranks and groups are not carried. What was published for the provinces of today
--                         comes first.
-- No order is promised.
-- Example:
--   select f.period, f.value, f.rank
--   from mart.figures(array['lang-son'], array['pci'], 2018, 2019, array[''], null, null) as f;
create function mart.figures(
    places text[],
    indicators text[],
    first_year int4,
    last_year int4,
    levels text[],
    as_of date,
    published_by date,
    boundaries text default 'published'
) returns table (
    place_id int4,
    indicator_id int4,
    level text,
    freq text,
    period date,
    geography text,
    value float8,
    rank int4,
    rank_of int4,
    grp text,
    derived boolean,
    flags text,
    source text,
    rank_source text,
    value_low float8,
    value_high float8,
    carried_from text[],
    is_reported boolean,  -- whether the place itself reports it
    rank_tied boolean
)
language sql stable
as $$
    -- The places asked for, with those of their lines.
    with asked as materialized (
        select
            p.place_id,
            p.place_level
        from mart.place as p
        where figures.places is null
        union
        select
            p.place_id,
            p.place_level
        from mart.place as q
        join mart.place as p on p.lineage_id = q.lineage_id
        where q.place = any (figures.places) or q.place_level = any (figures.places)
    ),
    -- The series asked for, and those of the parts of sums. Few, and they decide how facts are found.
    series as materialized (
        select s.*
        from mart.series as s
        join mart.indicator as i on i.indicator_id = s.indicator_id
        left join mart.indicator as up on up.indicator_id = i.parent_id and up.aggregate = 'sum'
        left join mart.indicator as top on top.indicator_id = up.parent_id and top.aggregate = 'sum'
        where (
                figures.indicators is null
                or i.indicator = any (figures.indicators)
                or up.indicator = any (figures.indicators)
                or top.indicator = any (figures.indicators)
            )
            and (figures.levels is null or s.level = any (figures.levels))
            and s.place_level in (select a.place_level from asked as a)
    ),
    -- Provinces are ranked among all; of the many places below them only those asked for are read. By offset
    -- 0 each series is looked up by itself: the planner does not know how few of all facts are meant.
    read as (
        select
            t.*,
            s.indicator_id,
            s.index,
            s.level,
            s.freq,
            s.geography,
            s.choice
        from series as s
        cross join lateral (
            select t.*
            from mart.told_between(
                s.series_id, make_date(figures.first_year, 1, 1), make_date(figures.last_year + 1, 1, 1), figures.as_of
            ) as t
            offset 0
        ) as t
        where s.place_level = 'province'
        union all
        select
            t.*,
            s.indicator_id,
            s.index,
            s.level,
            s.freq,
            s.geography,
            s.choice
        from series as s
        join asked as a on a.place_level = s.place_level
        cross join lateral (
            select t.*
            from mart.told_between(
                s.series_id, make_date(figures.first_year, 1, 1), make_date(figures.last_year + 1, 1, 1), figures.as_of
            ) as t
            where t.place_id = a.place_id
            offset 0
        ) as t
        where s.place_level <> 'province'
    ),
    told as (
        select
            t.place_id,
            t.indicator_id,
            t.level,
            t.freq,
            t.period,
            t.geography,
            t.value,
            t.rank,
            t.rank_of,
            t.grp,
            t.flags,
            -- What a province reports of itself in an index stands behind what anybody publishes.
            t.choice + case when t.document is not null and t.index is not null then 10000000 else 0 end as choice
        from read as t
        where figures.published_by is null
            or exists (
                select
                from mart.edition as e
                where t.document is null
                    and e.index = t.index
                    and e.geography = t.geography
                    and e.period = t.period
                    and t.freq = 'A'
                    and e.published_on <= figures.published_by
            )
    ),
    -- The least array begins with the least choice: a choice without a sort for every figure.
    picked as (
        select
            t.place_id,
            t.indicator_id,
            t.level,
            t.freq,
            t.period,
            t.geography,
            min(array[t.choice, t.value]) filter (where t.value is not null) as value_pick,
            min(array[t.choice, t.rank, t.rank_of]) filter (where t.rank is not null) as rank_pick,
            min(t.choice) as any_pick,
            (array_agg(t.grp order by t.choice) filter (where t.grp is not null))[1] as grp,
            (array_agg(t.flags order by t.value is null, t.choice) filter (where t.flags <> 'A'))[1] as flags,
            (array_agg(t.choice order by t.value is null, t.choice) filter (where t.flags <> 'A'))[1] as flags_pick
        from told as t
        group by t.place_id, t.indicator_id, t.level, t.freq, t.period, t.geography
    ),
    chosen as (
        select
            p.place_id,
            p.indicator_id,
            p.level,
            p.freq,
            p.period,
            p.geography,
            p.value_pick[2] as value,
            p.rank_pick[2] as rank,
            p.rank_pick[3] as rank_of,
            p.grp,
            case
                when p.flags_pick = coalesce(p.value_pick[1], p.rank_pick[1], p.any_pick) then p.flags
                else 'A'
            end as flags,
            coalesce(p.value_pick[1], p.rank_pick[1], p.any_pick)::int4 as choice,
            p.rank_pick[1] as rank_choice
        from picked as p
    ),
    -- How many parts a sum has in each year.
    part as (
        select
            i.parent_id,
            y.year,
            count(*) as parts
        from mart.indicator as i
        join mart.indicator as parent on parent.indicator_id = i.parent_id and parent.aggregate = 'sum'
        cross join generate_series(coalesce(figures.first_year, 2000), coalesce(figures.last_year, 2100)) as y (year)
        where (make_date(y.year, 12, 31) >= i.valid_from or i.valid_from is null)
            and (make_date(y.year, 1, 1) <= i.valid_to or i.valid_to is null)
        group by i.parent_id, y.year
    ),
    -- Summed as decimals: a sum of doubles is another with each order in which the server adds.
    dimension as (
        select
            c.place_id,
            i.parent_id as indicator_id,
            c.level,
            c.freq,
            c.period,
            c.geography,
            sum(c.value::numeric)::float8 as value,
            max(c.choice) as choice  -- a sum is as good as its least preferred part
        from chosen as c
        join mart.indicator as i on i.indicator_id = c.indicator_id
        join part on part.parent_id = i.parent_id and part.year = extract(year from c.period)::int4
        where c.value is not null
        group by c.place_id, i.parent_id, c.level, c.freq, c.period, c.geography, part.parts
        having count(*) = part.parts
    ),
    with_dimension as (
        select
            coalesce(c.place_id, d.place_id) as place_id,
            coalesce(c.indicator_id, d.indicator_id) as indicator_id,
            coalesce(c.level, d.level) as level,
            coalesce(c.freq, d.freq) as freq,
            coalesce(c.period, d.period) as period,
            coalesce(c.geography, d.geography) as geography,
            coalesce(c.value, d.value) as value,
            c.rank,
            c.rank_of,
            c.grp,
            c.value is null and d.value is not null as derived,
            c.flags,
            case when c.value is null and d.value is not null then d.choice else c.choice end as choice,
            c.rank_choice
        from chosen as c
        full join dimension as d
            on d.place_id = c.place_id
            and d.indicator_id = c.indicator_id
            and d.level = c.level
            and d.freq = c.freq
            and d.period = c.period
            and d.geography = c.geography
    ),
    total as (
        select
            c.place_id,
            i.parent_id as indicator_id,
            c.level,
            c.freq,
            c.period,
            c.geography,
            sum(c.value::numeric)::float8 as value,
            max(c.choice) as choice  -- a sum is as good as its least preferred part
        from with_dimension as c
        join mart.indicator as i on i.indicator_id = c.indicator_id
        join mart.indicator as up on up.indicator_id = i.parent_id and up.parent_id is null
        join part on part.parent_id = i.parent_id and part.year = extract(year from c.period)::int4
        where c.value is not null
        group by c.place_id, i.parent_id, c.level, c.freq, c.period, c.geography, part.parts
        having count(*) = part.parts
    ),
    complete as (
        select
            coalesce(c.place_id, d.place_id) as place_id,
            coalesce(c.indicator_id, d.indicator_id) as indicator_id,
            coalesce(c.level, d.level) as level,
            coalesce(c.freq, d.freq) as freq,
            coalesce(c.period, d.period) as period,
            coalesce(c.geography, d.geography) as geography,
            coalesce(c.value, d.value) as value,
            c.rank,
            c.rank_of,
            c.grp,
            coalesce(c.derived, false) or (c.value is null and d.value is not null) as derived,
            c.flags,
            case when c.value is null and d.value is not null then d.choice else c.choice end as choice,
            c.rank_choice
        from with_dimension as c
        full join total as d
            on d.place_id = c.place_id
            and d.indicator_id = c.indicator_id
            and d.level = c.level
            and d.freq = c.freq
            and d.period = c.period
            and d.geography = c.geography
    ),
    ranked as (
        select
            c.*,
            e.places_covered,
            case
                when c.value is null or c.choice >= 10000000 or p.kind not in ('province', 'municipality') then null
                when i.direction = 'lower_is_better'
                    then rank() over (
                        partition by c.indicator_id, c.level, c.freq, c.period, c.geography,
                            c.value is null or c.choice >= 10000000, p.kind in ('province', 'municipality')
                        order by c.value asc)
                when i.direction = 'higher_is_better'
                    then rank() over (
                        partition by c.indicator_id, c.level, c.freq, c.period, c.geography,
                            c.value is null or c.choice >= 10000000, p.kind in ('province', 'municipality')
                        order by c.value desc)
            end as computed_rank,
            count(c.value) filter (where c.choice < 10000000) over (
                partition by c.indicator_id, c.level, c.freq, c.period, c.geography,
                    p.kind in ('province', 'municipality')) as known
        from complete as c
        join mart.indicator as i on i.indicator_id = c.indicator_id
        join mart.place as p on p.place_id = c.place_id
        left join mart.edition as e
            on e.index = i.index and e.geography = c.geography and e.period = c.period and c.freq = 'A'
        where figures.indicators is null or i.indicator = any (figures.indicators)
    ),
    published as (
        select
            r.place_id,
            r.indicator_id,
            r.level,
            r.freq,
            r.period,
            r.geography,
            r.value,
            coalesce(r.rank, case when r.known >= r.places_covered then r.computed_rank::int4 end) as rank,
            case
                when r.rank is not null then coalesce(r.rank_of, r.places_covered)
                when r.known >= r.places_covered and r.computed_rank is not null then r.known::int4
            end as rank_of,
            r.grp,
            r.derived,
            coalesce(r.flags, 'A') as flags,
            chosen_source.source,
            case
                when r.rank is not null then rank_source.source
                when r.known >= r.places_covered and r.computed_rank is not null then 'computed'
            end as rank_source,
            r.choice >= 10000000 as is_reported
        from ranked as r
        left join mart.source as chosen_source
            on chosen_source.tier * 1000000 + chosen_source.preference = r.choice % 10000000
        left join mart.source as rank_source
            on rank_source.tier * 1000000 + rank_source.preference = r.rank_choice % 10000000
    ),
    tied as (
        select
            f.*,
            f.rank is not null
                and count(*) over (
                    partition by f.indicator_id, f.level, f.freq, f.period, f.geography, f.rank,
                        -- A printed rank and one made here are no tie.
                        f.rank_source = 'computed', p.kind in ('province', 'municipality')
                ) > 1 as rank_tied
        from published as f
        join mart.place as p on p.place_id = f.place_id
    ),
    -- Which provinces of a day became one of today.
    former as (
        select
            t.place_id,
            t.today_id,
            p.place,
            p.valid_from,
            coalesce(p.valid_to, 'infinity') as valid_to
        from mart.place_today as t
        join mart.place as p on p.place_id = t.place_id
        where figures.boundaries = '2025'
    ),
    -- Provinces that were there when the figures say how things were.
    reached as (
        select
            m.today_id,
            d.geography,
            d.period,
            d.freq,
            d.index,
            count(*) as places,
            array_agg(m.place order by m.place) as carried_from
        from (
            select distinct
                f.geography,
                f.period,
                f.freq,
                i.index,
                coalesce(e.reference_date, f.period) as day
            from published as f
            join mart.indicator as i on i.indicator_id = f.indicator_id
            left join mart.edition as e
                on e.index = i.index and e.geography = f.geography and e.period = f.period and f.freq = 'A'
            where figures.boundaries = '2025'
        ) as d
        join former as m on d.day between m.valid_from and m.valid_to
        group by m.today_id, d.geography, d.period, d.freq, d.index
    ),
    carried as (
        select
            m.today_id as place_id,
            f.indicator_id,
            f.level,
            f.freq,
            f.period,
            f.geography,
            r.places,
            r.carried_from,
            case when count(f.value) = r.places then avg(f.value::numeric)::float8 end as value,
            case when count(f.value) = r.places then min(f.value) end as value_low,
            case when count(f.value) = r.places then max(f.value) end as value_high,
            case when r.places = 1 then min(f.rank) end as rank,
            case when r.places = 1 then min(f.rank_of) end as rank_of,
            case when r.places = 1 then min(f.grp) end as grp,
            bool_or(f.derived) or r.places > 1 as derived,
            coalesce(min(f.flags) filter (where f.flags <> 'A'), 'A') as flags,
            string_agg(distinct f.source, '+') as source,
            case when r.places = 1 then min(f.rank_source) end as rank_source,
            bool_or(f.is_reported) as is_reported,
            r.places = 1 and bool_or(f.rank_tied) as rank_tied,
            -- vn-34, which is published for the provinces of today, comes before vn-63 and vn-64.
            min(f.geography) over (
                partition by m.today_id, f.indicator_id, f.level, f.freq, f.period
            ) as first_geography
        from tied as f
        join former as m on m.place_id = f.place_id
        join mart.indicator as i on i.indicator_id = f.indicator_id
        join reached as r
            on r.today_id = m.today_id
            and r.geography = f.geography
            and r.period = f.period
            and r.freq = f.freq
            and r.index is not distinct from i.index
        group by m.today_id, f.indicator_id, f.level, f.freq, f.period, f.geography, r.places, r.carried_from
    )
    select
        f.place_id,
        f.indicator_id,
        f.level,
        f.freq,
        f.period,
        f.geography,
        f.value,
        f.rank,
        f.rank_of,
        f.grp,
        f.derived,
        f.flags,
        f.source,
        f.rank_source,
        null::float8,
        null::float8,
        null::text[],
        f.is_reported,
        f.rank_tied
    from tied as f
    where figures.boundaries = 'published'
        or not exists (select from mart.place_today as t where t.place_id = f.place_id)
    union all
    select
        c.place_id,
        c.indicator_id,
        c.level,
        c.freq,
        c.period,
        c.geography,
        c.value,
        c.rank,
        c.rank_of,
        c.grp,
        c.derived,
        c.flags,
        c.source,
        c.rank_source,
        case when c.places > 1 then c.value_low end,
        case when c.places > 1 then c.value_high end,
        case when c.places > 1 then c.carried_from end,
        c.is_reported,
        c.rank_tied
    from carried as c
    where c.geography = c.first_geography
$$;

comment on function mart.figures(text[], text[], int4, int4, text[], date, date, text) is
    'figures as queries use them: value, rank and group chosen among sources, sums derived, ranks computed only when every place covered is known';
