-- Every name that may mean one of the words asked for; one row per name and place. A place's own id
-- comes first.
--   $1 text[]  folded words
--   $2 text[]  words as typed, which may be ids
select
    n.key,
    n.alias,
    n.place,
    n.kind,
    n.valid_from::text as valid_from,
    n.valid_to::text as valid_to
from mart.place_name as n
where n.key = any ($1) or n.kind = 'id' and n.place = any ($2)
order by (n.kind = 'id') desc, n.valid_from, n.place;
