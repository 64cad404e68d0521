-- Where provinces of all times lie today: each with the province whose territory it became part of, itself
-- where it still exists. Parts that were given away are not followed, nor are provinces that were split.
-- One row for each province that ever was.
-- Example:
--   select p.place, today.place as today from mart.place_today as t
--   join mart.place as p on p.place_id = t.place_id
--   join mart.place as today on today.place_id = t.today_id limit 5;
create view mart.place_today as
with recursive step as (
    select
        p.place_id,
        p.place_id as today_id
    from catalog.place as p
    where p.kind in ('province', 'municipality')
    union
    select
        t.place_id,
        s.successor_id as today_id
    from step as t
    join catalog.place_succession as s on s.predecessor_id = t.today_id
    where s.relation in ('merger', 'rename', 'rename_and_status')
)
select
    t.place_id,
    t.today_id
from step as t
join catalog.place as p on p.place_id = t.today_id
where p.valid_to = 'infinity';

comment on view mart.place_today is 'where provinces of all times lie today; source: etl/catalog/mergers.csv';
comment on column mart.place_today.place_id is 'number of the province';
comment on column mart.place_today.today_id is 'number of the province of today whose territory it became part of; its own while it exists';
