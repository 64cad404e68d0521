-- A digest of what a slot holds, by which it is known to be what a file says; one row: rows, how many of
-- them are more than a value, and a number that any other value, place, series or period would change. The
-- functions are those by which PostgreSQL parts tables, and stay what they are.
--   $1 int4  slot
select
    count(*) as rows,
    count(*) filter (
        where o.value is null or o.rank is not null or o.rank_of is not null or o.flags <> 'A'
            or o.grp is not null or o.note is not null or o.document is not null or o.page is not null
    ) as others,
    coalesce(
        bit_xor(
            hashfloat8extended(
                o.value,
                hashint4extended(
                    o.province_id,
                    hashint4extended(
                        o.period - date '2000-01-01', o.series_id::int8 << 32 | o.place_id::int8)))), 0) as digest
from warehouse.observation as o
where o.slot_id = $1;
