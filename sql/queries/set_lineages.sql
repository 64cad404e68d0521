-- Sets the line of every place: its oldest predecessor through renames and through mergers whose
-- successor keeps the predecessor's name.
with recursive line as (
    select
        p.place_id,
        p.place_id as ancestor_id,
        0 as depth
    from catalog.place as p
    union all
    select
        l.place_id,
        s.predecessor_id,
        l.depth + 1
    from line as l
    join catalog.place_succession as s on s.successor_id = l.ancestor_id and s.relation <> 'partial_transfer'
    join catalog.place as p on p.place_id = s.predecessor_id
    join catalog.place as q on q.place_id = s.successor_id
    where l.depth < 20
        and (s.relation in ('rename', 'rename_and_status') or p.name_vi = q.name_vi)
),
oldest as (
    select distinct on (l.place_id)
        l.place_id,
        l.ancestor_id
    from line as l
    order by l.place_id, l.depth desc
)
update catalog.place as p
set lineage_id = o.ancestor_id
from oldest as o
where o.place_id = p.place_id and p.lineage_id is distinct from o.ancestor_id;
