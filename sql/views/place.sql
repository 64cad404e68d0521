-- Places, one row each, with their regions and what came before and after.
-- Example:
--   select p.place, p.name_vi, p.predecessors from mart.place as p where p.valid_from = '2025-07-01';
create view mart.place as
select
    p.place_id,
    p.place,
    p.name_vi,
    p.name_en,
    p.kind,
    p.place_level,
    province.place as province,
    region.place as region,
    region_2025.place as region_2025,
    p.lineage_id,
    p.gso_code,
    p.iso_3166_2,
    p.valid_from,
    nullif(p.valid_to, 'infinity') as valid_to,
    array(
        select q.place
        from catalog.place_succession as s
        join catalog.place as q on q.place_id = s.predecessor_id
        where s.successor_id = p.place_id and s.relation <> 'partial_transfer'
        order by q.place
    ) as predecessors,
    array(
        select q.place
        from catalog.place_succession as s
        join catalog.place as q on q.place_id = s.successor_id
        where s.predecessor_id = p.place_id and s.relation <> 'partial_transfer'
        order by q.place
    ) as successors,
    p.note
from catalog.place as p
join catalog.place as province on province.place_id = p.province_id
left join catalog.place as region on region.place_id = p.region_id
left join catalog.place as region_2025 on region_2025.place_id = p.region_2025_id;

comment on view mart.place is 'places, one row each; source: etl/catalog/places.csv and mergers.csv';
comment on column mart.place.place_id is 'number of the place in this database';
comment on column mart.place.place is 'stable id';
comment on column mart.place.name_vi is 'name in Vietnamese';
comment on column mart.place.name_en is 'name in English';
comment on column mart.place.kind is 'country, region, province, municipality, district or commune';
comment on column mart.place.place_level is 'level of administration: province (regions and the country, too), district or commune';
comment on column mart.place.province is 'id of the province it lies in; its own for provinces, regions and the country';
comment on column mart.place.region is 'id of its region until 2025-06-30';
comment on column mart.place.region_2025 is 'id of its region since 2025-07-01';
comment on column mart.place.lineage_id is 'the same for places of one line: renames and the successor that keeps the name';
comment on column mart.place.gso_code is 'code of the General Statistics Office';
comment on column mart.place.iso_3166_2 is 'ISO 3166-2 code';
comment on column mart.place.valid_from is 'first day; 2004-01-01 is the start of the register';
comment on column mart.place.valid_to is 'last day; null while it exists';
comment on column mart.place.predecessors is 'ids of the places that became it';
comment on column mart.place.successors is 'ids of the places that it became';
comment on column mart.place.note is 'what a reader should know about it';
