-- How much of each edition is here: one row per edition that has any figure of the index itself.
-- Example:
--   select c.edition, c.places_with_value, c.places_covered from mart.coverage as c
--   where c.index = 'pci' order by c.period;
create view mart.coverage as
select
    e.index,
    e.edition,
    e.geography,
    e.period,
    e.places_covered,
    count(f.value) filter (where not f.derived) as places_with_value,
    count(f.value) filter (where f.derived) as places_with_derived_value,
    count(f.rank) filter (where f.rank_source <> 'computed') as places_with_rank,
    count(f.rank) filter (where f.rank_source = 'computed') as places_with_computed_rank,
    array(
        select distinct s.tier
        from mart.series as s
        where s.indicator = e.index
            and s.geography = e.geography
            and s.freq = 'A'
            and s.place_level = 'province'
            and exists (select from mart.told_between(s.series_id, e.period, e.period + 1, null))
        order by s.tier
    ) as tiers,
    e.complete,
    e.published_on
from mart.edition as e
join mart.indicator as i on i.indicator = e.index
join mart.figures(
    '{province}', array['par', 'sipas', 'papi', 'pci', 'dti'], null, null, '{""}', null, null
) as f
    on f.indicator_id = i.indicator_id and f.geography = e.geography and f.period = e.period
-- Asked of each figure, not joined: the planner takes figures for one, and would read all places for each.
where (select p.kind from mart.place as p where p.place_id = f.place_id) in ('province', 'municipality')
group by
    e.index,
    e.edition,
    e.geography,
    e.period,
    e.places_covered,
    e.complete,
    e.published_on;

comment on view mart.coverage is 'how much of each edition is here; source: loads';
comment on column mart.coverage.index is 'par, sipas, papi, pci or dti';
comment on column mart.coverage.edition is 'the edition';
comment on column mart.coverage.geography is 'set of provinces';
comment on column mart.coverage.period is 'first day of the period assessed';
comment on column mart.coverage.places_covered is 'places that the publisher ranked or scored (N)';
comment on column mart.coverage.places_with_value is 'places whose total somebody prints';
comment on column mart.coverage.places_with_derived_value is 'places whose total is summed here';
comment on column mart.coverage.places_with_rank is 'places whose rank somebody prints';
comment on column mart.coverage.places_with_computed_rank is 'places whose rank is computed here';
comment on column mart.coverage.tiers is 'tiers of the sources';
comment on column mart.coverage.complete is 'whether the catalog says that every place is here';
comment on column mart.coverage.published_on is 'when the world could know';
