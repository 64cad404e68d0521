-- Divides by zero unless the catalog's tables and the three geographies stand.
select 1 / (count(*) = 11)::int
from pg_tables
where schemaname = 'catalog'
    and tablename in (
        'source', 'geography', 'place', 'place_succession', 'place_alias', 'indicator', 'indicator_alias',
        'edition', 'comparability', 'scale', 'series');

select 1 / (count(*) = 3)::int
from catalog.geography;
