-- Targets beside results: how far a place has come, and at what pace; one row per target that has an
-- indicator, repeats left out.
--
-- base: the figure of the baseline year where one is named, else the last before the target's period;
-- where a break of method lies between it and the latest figure, the first figure after the break.
-- latest: the figure of the year by which the target is to be reached; where that is missing the first
-- after it, else the last in the period. A figure of another level than the target's counts where it is of
-- the place itself and the target of the province.
--
-- wanted: what the figure has to be. Where the target is a change ("up 0.5 points", "down 6.17 %") of an
-- indicator that has a level, base and change together; where the indicator is the change itself, the
-- target's own figure. Ranks count as percentile (N - rank) / (N - 1), 1 is best, so that they compare
-- between lists of different length: a target keeps the N of the provinces on the day its plan was issued.
-- "=" means at least, or at most where less is better; "between" the bound that is nearer to the base.
--
-- required_per_year = (wanted - base) / (end - base year), observed_per_year = (latest - base) / (latest
-- year - base year); pace = observed / required, where the base does not meet the target. By method 'cagr'
-- both are compound growth a year, fractions, of figures above zero. For ranks all three are of percentiles;
-- base, latest and gap are ranks, the gap in places of the target's own N.
--
-- verdict: met where the latest figure meets the target; missed where it does not and the period is over;
-- moving_away where the base met it, or the pace is below 0; on_track from a pace of 0.95 on, else off_track;
-- no_data where a figure is missing. grade, by 'cagr' only: on_track, moderate from 0.60 on, insufficient,
-- moving_away.
-- carried_from: the provinces of whose values base or latest is the mean, by the boundaries of today.
--   places        text[]  ids; null for all
--   indicators    text[]  codes; null for all
--   first_year    int4    targets to be reached in or after it; null: all
--   last_year     int4    targets set for a period that begins in or before it; null: all
--   levels        text[]  administrative levels; null for all
--   as_of, published_by date   as in mart.targets: what one would have said then
--   pace_method   text    linear or cagr
--   across_breaks boolean take a base over breaks of method too
--   boundaries    text    as in mart.figures; the mean of several provinces stands only beside targets of the
--                         province that they became, never beside those of a province that is no more
-- No order is promised.
-- Example:
--   select p.indicator, p.target, p.latest_value, p.pace, p.verdict
--   from mart.progress(array['lang-son'], array['par', 'sipas'], null, null, null, null, null, 'linear', false, 'published') as p;
create function mart.progress(
    places text[],
    indicators text[],
    first_year int4,
    last_year int4,
    levels text[],
    as_of date,
    published_by date,
    pace_method text,
    across_breaks boolean,
    boundaries text default 'published'
) returns table (
    place text,
    place_name_vi text,
    place_name_en text,
    ceased_on date,  -- day on which the place ceased to be; null while it exists
    plan text,
    ordinal int4,
    line_from int4,
    line_to int4,
    indicator text,
    indicator_name_vi text,
    indicator_name_en text,
    decimals int2,
    subject text,
    level text,
    scope text,
    issued_on date,
    period_start int4,
    period_end int4,
    in_force_to date,  -- day before the next plan that sets the same; null while it is in force
    next_plan text,  -- the plan that sets the same next
    next_change text,  -- what that does: raised, lowered, kept or changed
    comparator text,
    target float8,  -- what is to be reached, in the target's unit
    target_high float8,  -- upper bound of between
    target_rank_of int4,  -- number of places when the plan was issued, for ranks
    unit text,
    measure text,
    baseline_year int4,
    grp text,
    wanted float8,  -- what the figure has to be, in the indicator's unit
    base_period date,  -- first day of the year of the base
    base_value float8,  -- the base, in the indicator's unit; a rank for rank targets
    base_rank_of int4,  -- number of places ranked then
    base_source text,  -- who says the base
    latest_period date,  -- first day of the year of the latest figure
    latest_value float8,  -- the latest figure, in the indicator's unit; a rank for rank targets
    latest_rank_of int4,  -- number of places ranked then
    latest_grp text,  -- its published group
    latest_source text,  -- who says it
    break text,
    gap float8,  -- latest minus wanted, in the indicator's unit; positive is better
    required_per_year float8,  -- what has to be gained in a year from the base on, see the head
    observed_per_year float8,  -- what was gained in a year
    pace float8,  -- observed over required
    method text,  -- linear or cagr
    verdict text,  -- met, on_track, off_track, moving_away, missed or no_data
    grade text,  -- finer words of the method cagr
    carried_from text[]
)
language sql stable
as $$
    with asked as (
        select
            v.*,
            i.name_vi as indicator_name_vi,
            i.name_en as indicator_name_en,
            i.decimals,
            i.unit as indicator_unit,
            i.direction,
            i.measure as indicator_measure,
            coalesce(v.issued_on, make_date(v.period_start, 1, 1)) as since
        from mart.target_at(progress.as_of) as v
        join mart.indicator as i on i.indicator_id = v.indicator_id
        where v.repeat_of is null
            and v.kind = 'target'
            and (progress.published_by is null or v.issued_on <= progress.published_by)
    ),
    -- What the next plan of the same place asks of the same figure, and when a later plan asks it of the
    -- same year: from that day on this one is no longer in force.
    next as (
        select distinct on (a.plan, a.place, a.target_key)
            a.plan,
            a.place,
            a.target_key,
            n.plan as next_plan,
            case
                when n.value is null or a.value is null or n.unit <> a.unit or n.measure <> a.measure then 'changed'
                when (n.value, coalesce(n.value_high, n.value)) > (a.value, coalesce(a.value_high, a.value))
                    then 'raised'
                when (n.value, coalesce(n.value_high, n.value)) < (a.value, coalesce(a.value_high, a.value))
                    then 'lowered'
                when n.comparator is distinct from a.comparator then 'changed'
                else 'kept'
            end as next_change
        from asked as a
        join asked as n
            on n.lineage_id = a.lineage_id
            and n.indicator_id = a.indicator_id
            and n.level = a.level
            and n.plan <> a.plan
            and n.since > a.since
        order by a.plan, a.place, a.target_key, n.since, n.scope = a.scope desc, n.unit = a.unit desc, n.ordinal
    ),
    replaced as (
        select
            a.plan,
            a.place,
            a.target_key,
            min(l.since) - 1 as replaced_on
        from asked as a
        join asked as l
            on l.lineage_id = a.lineage_id
            and l.indicator_id = a.indicator_id
            and l.level = a.level
            and l.scope = a.scope
            and l.period_end = a.period_end
            and l.since > a.since
        group by a.plan, a.place, a.target_key
    ),
    followed as (
        select
            a.*,
            n.next_plan,
            n.next_change,
            r.replaced_on
        from asked as a
        left join next as n on n.plan = a.plan and n.place = a.place and n.target_key = a.target_key
        left join replaced as r on r.plan = a.plan and r.place = a.place and r.target_key = a.target_key
        where (progress.places is null or a.place = any (progress.places))
            and (progress.indicators is null or a.indicator = any (progress.indicators))
            and (progress.first_year is null or a.period_end >= progress.first_year)
            and (progress.last_year is null or a.period_start <= progress.last_year)
            and (progress.levels is null or a.level = any (progress.levels))
    ),
    held as (
        select
            f.*,
            p.name_vi as place_name_vi,
            p.name_en as place_name_en,
            p.valid_to as ceased_on,
            case when f.unit = 'rank' then provinces.number end as rank_of,
            -- A change is added to a base where the indicator has a level.
            f.measure <> 'level' and f.indicator_measure = 'level' as is_added
        from followed as f
        join mart.place as p on p.place_id = f.place_id
        cross join lateral (
            select count(*)::int4 as number
            from mart.place as q
            where q.kind in ('province', 'municipality')
                and q.valid_from <= f.since
                and (q.valid_to is null or q.valid_to >= f.since)
        ) as provinces
    ),
    -- Asked once, not for every target. Where two lists of one year stand side by side, of before and
    -- after a merger, the older is meant.
    told as materialized (
        select distinct on (p.lineage_id, t.indicator, t.level, t.period)
            t.*,
            p.lineage_id,
            extract(year from t.period)::int4 as year,
            coalesce(t.rank_of, split_part(t.geography, '-', 2)::int4) as known_rank_of
        from mart.trend(
            (
                select array_agg(distinct q.place)
                from mart.place as q
                where q.lineage_id in (select h.lineage_id from held as h)
            ),
            (select array_agg(distinct h.indicator) from held as h), null, null,
            (select array_agg(distinct h.level) || '{""}' from held as h), progress.as_of, progress.published_by,
            progress.across_breaks, progress.boundaries
        ) as t
        join mart.place as p on p.place = t.place
        where exists (select from held as h) and t.freq = 'A'
        order by p.lineage_id, t.indicator, t.level, t.period, t.geography desc
    ),
    figure as (
        select
            t.*,
            -- Figures without a break of method between them stand in one stretch.
            count(*) filter (where not progress.across_breaks and t.break like 'method%') over (
                partition by t.lineage_id, t.indicator, t.level
                order by t.period
            ) as stretch,
            count(*) filter (where t.break like '%boundary%') over (
                partition by t.lineage_id, t.indicator, t.level
                order by t.period
            ) as territory
        from told as t
    ),
    -- The figures that count for each target, in its own terms.
    usable as (
        select
            h.plan,
            h.place,
            h.target_key,
            h.period_start,
            h.period_end,
            h.baseline_year,
            h.is_added,
            f.period,
            f.year,
            f.level,
            f.grp,
            f.carried_from,
            f.known_rank_of,
            f.stretch,
            f.territory,
            case
                when h.unit = 'rank' then mart.percentile(f.rank, f.known_rank_of)
                else f.value
            end as score,
            case when h.unit = 'rank' then f.rank else f.value end as shown,
            case when h.unit = 'rank' then coalesce(f.rank_source, f.source) else f.source end as who,
            bool_or(f.year <= coalesce(h.baseline_year, h.period_start - 1)) over (
                partition by h.plan, h.place, h.target_key
            ) as has_before
        from held as h
        join figure as f
            on f.lineage_id = h.lineage_id
            and f.indicator = h.indicator
            and (f.level = h.level or f.level = '' and h.level = 'province')
            and (f.carried_from is null or f.place = h.place)
        where case
            when h.unit = 'rank' then f.rank is not null and f.known_rank_of >= f.rank
            when h.value is null then f.grp is not null
            else f.value is not null
                and (h.unit = h.indicator_unit or h.is_added and h.unit = 'percent')
        end
    ),
    latest as (
        select distinct on (u.plan, u.place, u.target_key)
            u.*
        from usable as u
        where u.year >= u.period_start
        order by
            u.plan,
            u.place,
            u.target_key,
            case when u.year = u.period_end then 0 when u.year > u.period_end then 1 else 2 end,
            case when u.year > u.period_end then u.year else -u.year end,
            u.level desc
    ),
    base as (
        select distinct on (u.plan, u.place, u.target_key)
            u.*,
            u.has_before and u.year > coalesce(u.baseline_year, u.period_start - 1) as is_after_break
        from usable as u
        left join latest as l on l.plan = u.plan and l.place = u.place and l.target_key = u.target_key
        where case
                -- A change is counted from the year that it names, and from no other.
                when u.is_added and u.baseline_year is not null then u.year = u.baseline_year
                when l.year is null then u.year <= coalesce(u.baseline_year, u.period_start - 1)
                else u.year <= l.year
            end
            and (l.stretch is null or u.stretch = l.stretch)
        order by
            u.plan,
            u.place,
            u.target_key,
            u.year > coalesce(u.baseline_year, u.period_start - 1),
            case when u.year > coalesce(u.baseline_year, u.period_start - 1) then u.year else -u.year end,
            u.level desc
    ),
    paired as (
        select
            h.*,
            l.period as latest_period,
            l.year as latest_year,
            l.score as latest,
            l.shown as latest_shown,
            l.known_rank_of as latest_rank_of,
            l.grp as latest_grp,
            l.who as latest_source,
            b.period as base_period,
            b.year as base_year,
            b.score as base,
            b.shown as base_shown,
            b.known_rank_of as base_rank_of,
            b.who as base_source,
            coalesce(b.carried_from, l.carried_from) as carried_from,
            nullif(
                concat_ws(
                    '+',
                    case when b.is_after_break then 'method' end,
                    case when b.territory <> l.territory then 'boundary' end
                ),
                ''
            ) as break
        from held as h
        left join latest as l on l.plan = h.plan and l.place = h.place and l.target_key = h.target_key
        left join base as b on b.plan = h.plan and b.place = h.place and b.target_key = h.target_key
    ),
    aimed as (
        select
            p.*,
            -- Whether more is wanted. A rank is better the smaller it is.
            case
                when p.unit = 'rank' and p.is_added then p.measure = 'increase'
                when p.unit = 'rank' then p.comparator in ('<=', '<', '=', 'between')
                when p.is_added and p.measure = 'decrease' then p.comparator in ('<=', '<')
                when p.is_added or p.comparator in ('>=', '>', '<=', '<') then p.comparator not in ('<=', '<')
                else p.direction <> 'lower_is_better'
            end as wants_more,
            a.low,
            a.high
        from paired as p
        cross join lateral (
            select
                case
                    when not p.is_added and p.unit = 'rank'
                        then mart.percentile(coalesce(p.value_high, p.value), p.rank_of)
                    when not p.is_added then p.value
                    when p.unit = 'rank'
                        then p.base + s.sign * p.value / nullif(p.base_rank_of - 1, 0)
                    when p.unit = p.indicator_unit then p.base + s.sign * coalesce(p.value_high, p.value)
                    else p.base * (1 + s.sign * coalesce(p.value_high, p.value) / 100)
                end as one,
                case
                    when p.value_high is null then null
                    when not p.is_added and p.unit = 'rank' then mart.percentile(p.value, p.rank_of)
                    when not p.is_added then p.value_high
                    when p.unit = 'rank' then p.base + s.sign * p.value_high / nullif(p.base_rank_of - 1, 0)
                    when p.unit = p.indicator_unit then p.base + s.sign * p.value
                    else p.base * (1 + s.sign * p.value / 100)
                end as other
            from (select case p.measure when 'decrease' then -1 else 1 end as sign) as s
        ) as x
        cross join lateral (
            select
                least(x.one, x.other) as low,
                greatest(x.one, x.other) as high
        ) as a
    ),
    judged as (
        select
            a.*,
            w.wanted,
            mart.meets(a.base, a.low, a.high, a.comparator, a.wants_more) as base_holds,
            case
                when a.value is null then lower(a.latest_grp) = lower(a.grp)
                else mart.meets(a.latest, a.low, a.high, a.comparator, a.wants_more)
            end as latest_holds,
            mart.rate(a.base, w.wanted, a.period_end - a.base_year, progress.pace_method) as required,
            mart.rate(a.base, a.latest, a.latest_year - a.base_year, progress.pace_method) as observed
        from aimed as a
        cross join lateral (
            select
                case
                    when a.comparator = 'between' and a.base > a.high then a.high
                    else a.low
                end as wanted
        ) as w
    ),
    paced as (
        select
            j.*,
            case when not j.base_holds and j.required <> 0 then round((j.observed / j.required)::numeric, 10)::float8
            end as pace
        from judged as j
    )
    select
        j.place,
        j.place_name_vi,
        j.place_name_en,
        j.ceased_on,
        j.plan,
        j.ordinal,
        j.line_from,
        j.line_to,
        j.indicator,
        j.indicator_name_vi,
        j.indicator_name_en,
        j.decimals,
        j.subject,
        j.level,
        j.scope,
        j.issued_on,
        j.period_start,
        j.period_end,
        least(j.replaced_on, make_date(j.period_end, 12, 31)),
        j.next_plan,
        case when j.next_plan is not null then j.next_change end,
        j.comparator,
        j.value,
        j.value_high,
        j.rank_of,
        j.unit,
        j.measure,
        j.baseline_year,
        j.grp,
        case when j.unit = 'rank' then round((j.rank_of - j.wanted * (j.rank_of - 1))::numeric, 10)::float8
            else round(j.wanted::numeric, 10)::float8 end,
        j.base_period,
        j.base_shown,
        case when j.unit = 'rank' then j.base_rank_of end,
        j.base_source,
        j.latest_period,
        j.latest_shown,
        case when j.unit = 'rank' then j.latest_rank_of end,
        j.latest_grp,
        j.latest_source,
        j.break,
        round(
            case
                when j.unit = 'rank' then (j.latest - j.wanted) * (j.rank_of - 1)
                else j.wanted - j.latest
            end::numeric,
            10
        )::float8,
        round(j.required::numeric, 10)::float8,
        round(j.observed::numeric, 10)::float8,
        j.pace,
        progress.pace_method,
        case
            when j.latest_period is null or j.latest_holds is null then 'no_data'
            when j.latest_holds then 'met'
            when j.latest_year >= j.period_end then 'missed'
            when j.base_year is null or j.base_year = j.latest_year then 'no_data'
            when j.base_holds then 'moving_away'
            when j.pace is null then 'no_data'
            when j.pace >= 0.95 then 'on_track'
            when j.pace >= 0 then 'off_track'
            else 'moving_away'
        end,
        case
            when progress.pace_method <> 'cagr' or j.pace is null then null
            when j.pace >= 0.95 then 'on_track'
            when j.pace >= 0.6 then 'moderate'
            when j.pace >= 0 then 'insufficient'
            else 'moving_away'
        end,
        j.carried_from
    from paced as j
$$;

comment on function mart.progress(text[], text[], int4, int4, text[], date, date, text, boolean, text) is
    'targets of plans beside results: base, latest, pace and verdict';
