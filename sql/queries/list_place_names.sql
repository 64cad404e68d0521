-- Every name of every place, in any order; one row per name and place.
select
    n.key,
    n.alias,
    n.place,
    n.kind,
    n.valid_from::text as valid_from,
    n.valid_to::text as valid_to
from mart.place_name as n;
