-- Sources, one row each, the preferred first when ordered by tier and preference.
-- Example:
--   select s.source, s.publisher, s.tier, s.licence from mart.source as s order by s.tier, s.preference
--   limit 5;
create view mart.source as
select
    s.source,
    s.publisher,
    s.title,
    s.url,
    s.read_on,
    s.tier,
    s.preference,
    s.note,
    s.licence
from catalog.source as s;

comment on view mart.source is 'who says so, one row per publication; source: etl/catalog/sources.csv';
comment on column mart.source.source is 'stable id';
comment on column mart.source.publisher is 'who published it';
comment on column mart.source.title is 'title as printed';
comment on column mart.source.url is 'where it was read';
comment on column mart.source.read_on is 'the day on which it was read';
comment on column mart.source.tier is '1 the publisher itself, 2 a ministry or province, 3 press or a research copy';
comment on column mart.source.preference is 'order within a tier, lowest first';
comment on column mart.source.note is 'what a reader should know about it';
comment on column mart.source.licence is 'licence under which it is published, by its SPDX id where it has one; null where none is stated';
