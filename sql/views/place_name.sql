-- Names and codes of places, one row per name and place, for looking a name up.
-- Example:
--   select n.place, n.alias, n.kind from mart.place_name as n where n.place = 'thua-thien-hue';
create view mart.place_name as
select
    a.key,
    a.alias,
    p.place,
    a.kind,
    a.valid_from,
    nullif(a.valid_to, 'infinity') as valid_to
from catalog.place_alias as a
join catalog.place as p on p.place_id = a.place_id;

comment on view mart.place_name is 'names and codes that mean a place; source: etl/catalog/places.csv and aliases.csv';
comment on column mart.place_name.key is 'the name folded: no marks, case, prefix or punctuation';
comment on column mart.place_name.alias is 'the name as written';
comment on column mart.place_name.place is 'id of the place meant';
comment on column mart.place_name.kind is 'id, official, english, abbreviation, iso, gso, panel_code and others';
comment on column mart.place_name.valid_from is 'first day on which the name means this place';
comment on column mart.place_name.valid_to is 'last day; null while it does';
