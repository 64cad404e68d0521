-- Parts series by the level of the places that they are about: provinces are compared with provinces, never
-- with the thousands of communes below them, and what is asked of provinces need not read those.
alter table catalog.place
    add column place_level text not null
    generated always as (case when kind in ('district', 'commune') then kind else 'province' end) stored;
comment on column catalog.place.place_level is
    'level of administration: district, commune, or province, as are regions and the country';

alter table catalog.series
    add column place_level text not null default 'province'
    constraint series_place_level_check check (place_level in ('province', 'district', 'commune'));
alter table catalog.series alter column place_level drop default;
alter table catalog.series drop constraint series_dimensions_key;
alter table catalog.series
    add constraint series_dimensions_key unique (indicator_id, level, freq, geography, source_id, place_level);
comment on table catalog.series is
    'one indicator of places of one level, cut by one level, with one frequency, for one geography, as told by one source; source: loads';
comment on column catalog.series.place_level is 'level of the places that it is about';

-- A series so far keeps its number for the level with most facts; those of other levels get series of
-- their own.
do $$
declare
    facts text;
begin
    create temporary table counted on commit drop as
    select
        o.series_id,
        p.place_level,
        rank() over (partition by o.series_id order by sum(o.facts) desc, p.place_level) = 1 as is_kept
    from (
        select n.series_id, n.place_id, count(*) as facts
        from warehouse.observation as n
        group by n.series_id, n.place_id
        union all
        select b.series_id, b.place_id, count(*)
        from warehouse.observation_past as b
        group by b.series_id, b.place_id
    ) as o
    join catalog.place as p on p.place_id = o.place_id
    group by o.series_id, p.place_level;

    update catalog.series as s
    set place_level = c.place_level
    from counted as c
    where c.series_id = s.series_id and c.is_kept;

    create temporary table parted on commit drop as
    with added as (
        insert into catalog.series (indicator_id, level, freq, geography, source_id, place_level)
        select s.indicator_id, s.level, s.freq, s.geography, s.source_id, c.place_level
        from counted as c
        join catalog.series as s on s.series_id = c.series_id
        where not c.is_kept
        returning *
    )
    select
        s.series_id as old_series_id,
        a.series_id,
        p.place_id
    from added as a
    join catalog.series as s
        on s.indicator_id = a.indicator_id and s.level = a.level and s.freq = a.freq
        and s.geography = a.geography and s.source_id = a.source_id
    join catalog.place as p on p.place_level = a.place_level;

    foreach facts in array array['observation', 'observation_past'] loop
        execute format(
            'update warehouse.%I as o
             set series_id = d.series_id
             from parted as d
             where d.old_series_id = o.series_id and d.place_id = o.place_id', facts);
    end loop;
end
$$;
