-- Figures of places over periods with their changes: one row per place, indicator, level, period and
-- geography. Changes are against the edition before (or the period before, where there are no
-- editions) along the line of the place, which follows renames and the successor that keeps the name.
-- change is in the indicator's unit (percentage points for percent), change_pct in percent of the value
-- before, rank_change in places moved
-- within one geography and number of places, positive is better. change and change_pct are null where the
-- editions do not compare, unless across_breaks. break is null, or: method (does not compare), partly,
-- unknown, boundary (the territory or the name changed), two of them joined by +.
-- best and worst are those of the years so far, mean_change the mean change in a year since the first of them;
-- all three begin anew with a break of method, unless across_breaks. percentile is as in mart.percentile.
--   places, indicators text[], first_year, last_year int4, levels text[], as_of, published_by date   as in
--                         mart.figures
--   across_breaks boolean compute changes over breaks too
--   boundaries    text    as in mart.figures; the provinces of today have one line over their mergers
-- No order is promised.
-- Example:
--   select t.period, t.value, t.rank, t.rank_of, t.change
--   from mart.trend(array['lang-son'], array['pci'], 2015, 2019, array[''], null, null, false, 'published') as t
--   order by t.period;
create function mart.trend(
    places text[],
    indicators text[],
    first_year int4,
    last_year int4,
    levels text[],
    as_of date,
    published_by date,
    across_breaks boolean,
    boundaries text default 'published'
) returns table (
    place text,  -- id of the place
    place_name_vi text,  -- its name in Vietnamese
    place_name_en text,  -- its name in English
    indicator text,
    indicator_name_vi text,  -- name of the indicator in Vietnamese
    indicator_name_en text,  -- name of the indicator in English
    decimals int2,
    level text,
    freq text,
    period date,
    geography text,
    value float8,
    unit text,
    rank int4,
    rank_of int4,
    rank_tied boolean,  -- whether another place has the same rank
    grp text,
    change float8,  -- difference to the edition before, in the indicator's unit (points of percent for percent)
    change_pct float8,  -- the same in percent of the figure before
    rank_change int4,  -- places moved since the edition before, positive is better
    break text,  -- method, partly, unknown or boundary, joined by +: what parts it from the figure before; null for nothing
    break_reason text,  -- why it does not compare
    derived boolean,  -- whether the value was made here, of others
    flags text,
    source text,
    rank_source text,  -- who says the rank, where that is another; computed where it was made here
    published_on date,
    indicator_order int4,  -- place of the indicator in the catalog's order
    best float8,  -- best value so far that compares, in the indicator's unit
    worst float8,  -- worst value so far that compares, in the indicator's unit
    mean_change float8,  -- mean change in a year since the first year that compares, in the indicator's unit
    value_low float8,  -- least of the values whose mean it is
    value_high float8,  -- greatest of the values whose mean it is
    carried_from text[],  -- ids of the provinces whose mean it is
    percentile float8,  -- (N - rank) / (N - 1), 1 is best
    edition text
)
language sql stable
as $$
    with figure as (
        select
            f.*,
            p.place,
            p.name_vi as place_name_vi,
            p.name_en as place_name_en,
            p.place_level,
            p.lineage_id,
            i.indicator,
            i.name_vi as indicator_name_vi,
            i.name_en as indicator_name_en,
            i.decimals,
            i.unit,
            i.preference as indicator_order,
            i.direction,
            e.edition_id,
            case when not f.is_reported then e.edition end as edition,
            e.published_on,
            e.previous,
            e.reference_date,
            e.previous_reference_date,
            coalesce(
                e.previous_period,
                case
                    when e.edition_id is not null then null
                    when f.freq = 'A' then (f.period - interval '1 year')::date
                    when f.freq = 'Q' then (f.period - interval '3 months')::date
                    else (f.period - interval '1 month')::date
                end
            ) as previous_period,
            coalesce(e.previous_geography, f.geography) as previous_geography,
            max(f.period) filter (where f.carried_from is null or f.value is not null) over (
                partition by p.lineage_id, f.indicator_id, f.level, f.freq
                order by f.period, f.geography desc
                rows between unbounded preceding and 1 preceding
            ) as last_period
        from mart.figures(
            trend.places,
            trend.indicators,
            -- What is carried is known of a year where all of its provinces are: that cannot be looked up.
            case when trend.boundaries = 'published' then trend.first_year - 1 end,
            trend.last_year, trend.levels, trend.as_of,
            trend.published_by, trend.boundaries
        ) as f
        join mart.place as p on p.place_id = f.place_id
        join mart.indicator as i on i.indicator_id = f.indicator_id
        left join mart.edition as e
            on e.index = i.index and e.geography = f.geography and e.period = f.period and f.freq = 'A'
    ),
    -- Each with the figure before. The planner takes figures for a few and would hold each against each; a
    -- full join it does by their keys. It adds figures that nothing comes after, without one of their own.
    paired as materialized (
        select
            f.*,
            b.place_id is null or b.carried_from is not null and b.value is null as is_after_gap,
            b.value as previous_value,
            b.rank as previous_rank,
            b.rank_of as previous_rank_of
        from figure as f
        full join figure as b
            on b.lineage_id = f.lineage_id
            and b.indicator_id = f.indicator_id
            and b.level = f.level
            and b.freq = f.freq
            and b.period = f.previous_period
            and b.geography = f.previous_geography
    ),
    compared as (
        select
            f.*,
            case
                when f.previous is null then null
                when gap.is_broken then 'no'
                else coalesce(c.comparable, 'unknown')
            end as comparable,
            case when gap.is_broken then gap.reason else c.reason end as reason,
            f.previous_reference_date is not null and exists (
                select
                from mart.boundary_change as m
                where m.place_id = f.place_id
                    and m.effective_date > f.previous_reference_date
                    and m.effective_date <= f.reference_date
                    and (trend.boundaries = 'published' or m.is_partial)
            ) as moved
        from paired as f
        left join mart.comparability as c
            on c.edition_id = f.edition_id and c.indicator_id = f.indicator_id
        -- Years are missing: a break since the last figure counts, though its edition is not shown, and
        -- whichever years are asked for.
        left join lateral (
            -- Asked only where it matters: what stands inside is not even begun elsewhere.
            select
                true as is_broken,
                n.reason
            from (
                select
                    g.period,
                    m.reason
                from mart.edition as g
                join mart.comparability as m on m.edition_id = g.edition_id and m.indicator_id = f.indicator_id
                where f.is_after_gap
                    and f.previous is not null
                    and g.period < f.period
                    and m.comparable = 'no'
                order by g.period desc
                limit 1
            ) as n
            where case
                when f.last_period is not null then f.last_period < n.period
                -- What came before the years that are asked for is looked up.
                when trend.first_year is not null and trend.boundaries = 'published'
                    then not mart.has_figure(
                        f.lineage_id, f.indicator_id, f.level, f.freq, n.period,
                        make_date(trend.first_year - 1, 1, 1), trend.as_of)
                    and mart.has_figure(
                        f.lineage_id, f.indicator_id, f.level, f.freq, null,
                        least(n.period, make_date(trend.first_year - 1, 1, 1)), trend.as_of)
                else false
            end
        ) as gap on true
        where f.place_id is not null
            and (trend.places is null or f.place = any (trend.places) or f.place_level = any (trend.places))
            and (trend.first_year is null or f.period >= make_date(trend.first_year, 1, 1))
    ),
    stretched as (
        select
            c.*,
            count(*) filter (where c.comparable = 'no' and not trend.across_breaks) over (
                partition by c.lineage_id, c.indicator_id, c.level, c.freq
                order by c.period, c.geography desc
            ) as stretch
        from compared as c
    ),
    since as (
        select
            s.*,
            min(s.value) over so_far as least,
            max(s.value) over so_far as most,
            min(s.period) filter (where s.value is not null) over so_far as first_period,
            (array_agg(s.value) filter (where s.value is not null) over so_far)[1] as first_value
        from stretched as s
        window so_far as (
            partition by s.lineage_id, s.indicator_id, s.level, s.freq, s.stretch
            order by s.period, s.geography desc
        )
    )
    select
        c.place,
        c.place_name_vi,
        c.place_name_en,
        c.indicator,
        c.indicator_name_vi,
        c.indicator_name_en,
        c.decimals,
        c.level,
        c.freq,
        c.period,
        c.geography,
        c.value,
        c.unit,
        c.rank,
        c.rank_of,
        c.rank_tied,
        c.grp,
        -- Ten decimals: what is beyond is the noise of a difference of doubles.
        case
            when c.comparable is distinct from 'no' or trend.across_breaks
                then round((c.value - c.previous_value)::numeric, 10)::float8
        end,
        case
            when (c.comparable is distinct from 'no' or trend.across_breaks) and c.previous_value <> 0
                then round((100 * (c.value - c.previous_value) / abs(c.previous_value))::numeric, 10)::float8
        end,
        -- Places moved among other places or another number of them, or by another method, say nothing.
        case
            when c.previous_geography = c.geography
                and c.previous_rank_of = c.rank_of
                and (c.comparable is distinct from 'no' or trend.across_breaks)
                then c.previous_rank - c.rank
        end,
        nullif(
            concat_ws(
                '+',
                case c.comparable when 'no' then 'method' when 'partly' then 'partly' when 'unknown' then 'unknown' end,
                case when c.moved then 'boundary' end
            ),
            ''
        ),
        case when c.comparable in ('no', 'partly', 'unknown') then c.reason end,
        c.derived,
        c.flags,
        c.source,
        nullif(c.rank_source, c.source),
        c.published_on,
        c.indicator_order,
        case when c.direction = 'lower_is_better' then c.least else c.most end,
        case when c.direction = 'lower_is_better' then c.most else c.least end,
        round(
            (
                (c.value - c.first_value) / nullif(
                    case
                        when c.freq = 'A' then extract(year from c.period) - extract(year from c.first_period)
                        else (c.period - c.first_period) / 365.25
                    end,
                    0
                )
            )::numeric,
            10
        )::float8,
        c.value_low,
        c.value_high,
        c.carried_from,
        mart.percentile(c.rank, c.rank_of),
        c.edition
    from since as c
$$;

comment on function mart.trend(text[], text[], int4, int4, text[], date, date, boolean, text) is
    'figures of places over periods with change against the edition before, breaks, boundary changes and sources';
