-- Every name of every place; one row per name and place, the official name of a place first.
select
    n.key,
    n.alias,
    n.place,
    n.kind,
    n.valid_from::text as valid_from,
    n.valid_to::text as valid_to
from mart.place_name as n
order by n.place collate "C", (n.kind = 'official') desc, n.kind collate "C", n.alias collate "C";
