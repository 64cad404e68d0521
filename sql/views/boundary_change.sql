-- Days on which the territory or the name of a place changed; one row per place and day.
-- Example:
--   select * from mart.boundary_change as b order by b.place_id limit 5;
create view mart.boundary_change as
select
    s.successor_id as place_id,
    s.effective_date,
    min(s.relation) as relation,
    bool_or(s.relation = 'partial_transfer') as is_partial
from catalog.place_succession as s
group by s.successor_id, s.effective_date
union
select
    s.predecessor_id as place_id,
    s.effective_date,
    s.relation,
    true as is_partial
from catalog.place_succession as s
where s.relation = 'partial_transfer';

comment on view mart.boundary_change is 'days on which the territory or the name of a place changed; source: etl/catalog/mergers.csv';
comment on column mart.boundary_change.place_id is 'number of the place that is different from that day on';
comment on column mart.boundary_change.effective_date is 'first day of the new state';
comment on column mart.boundary_change.relation is 'merger, rename_and_status, partial_transfer and others';
comment on column mart.boundary_change.is_partial is 'whether a part was given or taken then; figures cannot be carried over that';
