-- Makes catalog.place say what places.csv says. A district or commune lies in its province, for good: one
-- that changes it is another place. All others lie in themselves. Lines are set by merge_successions.
--   $1 jsonb  array of rows
with told as (
    select x.*
    from jsonb_to_recordset($1) as x (
        place text, name_vi text, name_en text, kind text, province text, gso_code text, iso_3166_2 text,
        valid_from date, valid_to date, note text, source text)
),
numbered as (
    select
        t.*,
        coalesce(
            p.place_id,
            case when p.place_id is null then nextval(pg_get_serial_sequence('catalog.place', 'place_id'))::int4 end
        ) as place_id
    from told as t
    left join catalog.place as p on p.place = t.place
)
insert into catalog.place (
    place_id, place, name_vi, name_en, kind, province_id, lineage_id, gso_code, iso_3166_2,
    valid_from, valid_to, note, source)
overriding system value
select
    n.place_id, n.place, n.name_vi, n.name_en, n.kind, coalesce(l.place_id, n.place_id), n.place_id, n.gso_code, n.iso_3166_2,
    n.valid_from, coalesce(n.valid_to, 'infinity'), n.note, n.source
from numbered as n
left join numbered as l on l.place = n.province
on conflict (place) do update
set name_vi = excluded.name_vi,
    name_en = excluded.name_en,
    kind = excluded.kind,
    gso_code = excluded.gso_code,
    iso_3166_2 = excluded.iso_3166_2,
    valid_from = excluded.valid_from,
    valid_to = excluded.valid_to,
    note = excluded.note,
    source = excluded.source;
