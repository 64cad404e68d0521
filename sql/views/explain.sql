-- Why a total changed between two years: one row for the total and one for each of its parts, of each place.
-- A total is the sum of its parts, or of parts by weights (catalog/scale.csv) on one scale: a part counts
-- weight * (greatest total / greatest part) in the total. contribution_value = mean weight * change of the part,
-- contribution_weight = mean part * change of the weight, so that both and the residual, in the row of the
-- total, add up to its change. A part that an edition does not have has no weight in it. By a break of method
-- of the total or of a part the contributions are null, unless across_breaks; so are those of parts that are
-- not known here, and the residual then.
--
-- worth: what one step more in the part, as far as its scale goes, adds to the total of to_year; a step is 1 in
-- the part's unit, 0.01 of a ratio. worth_ranks: how many places that is, where the totals of all places that
-- the edition covers are known.
-- carried_from: the provinces of whose values from_value or to_value is the mean, by the boundaries of today.
--   places        text[]  ids; null for all
--   total         text    code of the indicator
--   from_year     int4
--   to_year       int4
--   as_of, published_by, across_breaks, boundaries   as in mart.trend; a mean of totals is what the means of
--                         the parts make
-- No order is promised.
-- Example:
--   select x.part, x.contribution
--   from mart.explain(array['lang-son'], 'pci', 2018, 2019, null, null, false, 'published') as x
--   order by x.part_order;
create function mart.explain(
    places text[],
    total text,
    from_year int4,
    to_year int4,
    as_of date,
    published_by date,
    across_breaks boolean,
    boundaries text default 'published'
) returns table (
    place text,
    place_name_vi text,
    place_name_en text,
    part text,  -- code of the part; of the total itself in its row
    part_name_vi text,  -- its name in Vietnamese
    part_name_en text,  -- its name in English
    decimals int2,
    unit text,
    is_total boolean,  -- whether it is the row of the total
    from_period date,  -- first day of the first year
    to_period date,  -- first day of the second year
    from_value float8,  -- figure of the first year, in the part's unit
    to_value float8,  -- figure of the second year, in the part's unit
    change float8,  -- difference of the two, in the part's unit
    from_weight float8,  -- what a unit of the part counts in the total, first year
    to_weight float8,  -- the same, second year
    contribution_value float8,  -- mean weight times change of the part, in the total's unit
    contribution_weight float8,  -- mean part times change of the weight, in the total's unit
    contribution float8,  -- both together, in the total's unit
    residual float8,  -- change of the total that no part explains, in the total's unit; in its row
    worth float8,  -- what one step more of the part adds to the total, in the total's unit
    step float8,  -- the step, in the part's unit
    worth_ranks int4,  -- how many places that is
    break text,
    break_reason text,
    source text,
    part_order int4,  -- order of the parts
    carried_from text[]
)
language sql stable
-- The figures of some hundred places are joined with themselves: planned before it is known how many they are,
-- that would be done row by row.
set enable_nestloop = off
as $$
    with piece as (
        select
            i.*,
            i.indicator = explain.total as is_total
        from mart.indicator as i
        where i.indicator = explain.total or i.parent = explain.total
    ),
    told as materialized (
        select
            t.*,
            extract(year from t.period)::int4 as year,
            p.lineage_id,
            count(*) filter (where t.break like 'method%' and extract(year from t.period) > explain.from_year) over (
                partition by p.lineage_id, t.indicator
            ) as breaks
        from mart.trend(
            '{province}', (select array_agg(c.indicator) from piece as c), explain.from_year, explain.to_year, '{""}',
            explain.as_of, explain.published_by, explain.across_breaks, explain.boundaries
        ) as t
        join mart.place as p on p.place = t.place
        where t.freq = 'A' and p.kind in ('province', 'municipality')
    ),
    -- Where two lists of one year stand side by side, of before and after a merger, the older is meant.
    figure as (
        select distinct on (t.lineage_id, t.indicator, t.year)
            t.*
        from told as t
        where t.year in (explain.from_year, explain.to_year) and t.value is not null
        order by t.lineage_id, t.indicator, t.year, t.geography desc
    ),
    -- The total in both years, with its editions.
    whole as (
        select
            b.place,
            b.place_name_vi,
            b.place_name_en,
            b.lineage_id,
            b.geography,
            a.period as from_period,
            b.period as to_period,
            ea.edition as from_edition,
            eb.edition as to_edition
        from figure as a
        join figure as b on b.lineage_id = a.lineage_id and b.indicator = a.indicator
        join piece as c on c.indicator = a.indicator and c.is_total
        left join mart.edition as ea on ea.index = c.index and ea.geography = a.geography and ea.period = a.period
        left join mart.edition as eb on eb.index = c.index and eb.geography = b.geography and eb.period = b.period
        where a.year = explain.from_year and b.year = explain.to_year
    ),
    lined as (
        select
            w.*,
            c.indicator,
            c.is_total,
            c.name_vi,
            c.name_en,
            c.decimals,
            c.unit,
            c.preference,
            case c.unit when 'ratio' then 0.01 else 1 end as step,
            a.value as from_value,
            b.value as to_value,
            sa.weight as from_share,
            sb.weight as to_share,
            -- What one unit of the part is in the total; 0 where the edition has no such part.
            case
                when top.aggregate = 'sum'
                    then (w.from_period between coalesce(c.valid_from, '-infinity') and coalesce(c.valid_to, 'infinity'))::int
                else coalesce(sa.weight * top.max / coalesce(sa.max, c.max), 0)
            end as from_factor,
            case
                when top.aggregate = 'sum'
                    then (w.to_period between coalesce(c.valid_from, '-infinity') and coalesce(c.valid_to, 'infinity'))::int
                else coalesce(sb.weight * top.max / coalesce(sb.max, c.max), 0)
            end as to_factor,
            coalesce(sb.max, c.max) as part_max,
            coalesce(b.breaks, a.breaks, 0) as breaks,
            b.break_reason,
            coalesce(b.source, a.source) as source,
            coalesce(b.carried_from, a.carried_from) as carried_from
        from whole as w
        cross join piece as c
        join mart.indicator as top on top.indicator = explain.total
        left join figure as a
            on a.lineage_id = w.lineage_id and a.indicator = c.indicator and a.year = explain.from_year
        left join figure as b
            on b.lineage_id = w.lineage_id and b.indicator = c.indicator and b.year = explain.to_year
        left join mart.scale as sa on sa.edition = w.from_edition and sa.indicator = c.indicator
        left join mart.scale as sb on sb.edition = w.to_edition and sb.indicator = c.indicator
    ),
    judged as (
        select
            l.*,
            -- A part that an edition does not have has no change of its own.
            case when l.from_factor = 0 then l.to_value else l.from_value end as one,
            case when l.to_factor = 0 then l.from_value else l.to_value end as two,
            explain.across_breaks or max(l.breaks) over (partition by l.lineage_id) = 0 as compares
        from lined as l
        where l.is_total or l.from_factor > 0 or l.to_factor > 0
    ),
    split as (
        select
            j.*,
            case
                when j.compares and not j.is_total then (j.from_factor + j.to_factor) / 2.0 * (j.two - j.one)
            end as by_value,
            case
                when j.compares and not j.is_total then (j.one + j.two) / 2 * (j.to_factor - j.from_factor)
            end as by_weight,
            case
                when not j.is_total then j.to_factor * least(j.step, j.part_max - j.to_value)
            end as worth
        from judged as j
    ),
    summed as (
        select
            s.*,
            sum(s.by_value + s.by_weight) over (partition by s.lineage_id) as explained,
            bool_and(s.is_total or s.by_value is not null) over (partition by s.lineage_id) as is_known,
            max(s.to_value) filter (where s.is_total) over (partition by s.lineage_id) as total_now
        from split as s
    ),
    -- Totals of all places in the last year, where the edition's are all known.
    rival as (
        select
            f.geography,
            f.value,
            count(*) over (partition by f.geography) = e.places_covered as is_whole
        from figure as f
        join mart.indicator as top on top.indicator = f.indicator
        join mart.edition as e on e.index = top.index and e.geography = f.geography and e.period = f.period
        where f.indicator = explain.total and f.year = explain.to_year
    )
    select
        s.place,
        s.place_name_vi,
        s.place_name_en,
        s.indicator,
        s.name_vi,
        s.name_en,
        s.decimals,
        s.unit,
        s.is_total,
        s.from_period,
        s.to_period,
        s.from_value,
        s.to_value,
        case when s.compares then round((s.to_value - s.from_value)::numeric, 10)::float8 end,
        s.from_share,
        s.to_share,
        round(s.by_value::numeric, 10)::float8,
        round(s.by_weight::numeric, 10)::float8,
        round((s.by_value + s.by_weight)::numeric, 10)::float8,
        case
            when s.is_total and s.is_known
                then round((s.to_value - s.from_value - s.explained)::numeric, 10)::float8
        end,
        round(s.worth::numeric, 10)::float8,
        case when not s.is_total then s.step end,
        case
            when s.worth is not null
                then (
                    select count(*)::int4
                    from rival as r
                    where r.geography = s.geography
                        and r.value > s.total_now
                        and r.value <= s.total_now + s.worth
                    having bool_and(r.is_whole)
                        or exists (select from rival as o where o.geography = s.geography and o.is_whole)
                )
        end,
        case when s.breaks > 0 then 'method' end,
        case when s.breaks > 0 then s.break_reason end,
        s.source,
        s.preference,
        s.carried_from
    from summed as s
    where explain.places is null or s.place = any (explain.places)
$$;

comment on function mart.explain(text[], text, int4, int4, date, date, boolean, text) is
    'why a total changed between two years: what each part and each weight contributed, and what a step more is worth';
