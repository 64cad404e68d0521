-- Bounds and weights, one row per edition and indicator that has its own.
-- Example:
--   select s.* from mart.scale as s limit 5;
create view mart.scale as
select
    e.edition,
    i.indicator,
    s.min,
    s.max,
    s.weight,
    s.source
from catalog.scale as s
join catalog.edition as e on e.edition_id = s.edition_id
join catalog.indicator as i on i.indicator_id = s.indicator_id;

comment on view mart.scale is 'bounds and weight of an indicator in one edition; source: etl/catalog/scale.csv';
comment on column mart.scale.edition is 'the edition';
comment on column mart.scale.indicator is 'the indicator';
comment on column mart.scale.min is 'least possible value in the indicator''s unit';
comment on column mart.scale.max is 'greatest possible value in the indicator''s unit';
comment on column mart.scale.weight is 'share of the total, a fraction 0-1';
comment on column mart.scale.source is 'where it was read or how it was found';
