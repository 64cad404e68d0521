-- What checks let pass, one row per allowance; null means every one.
-- Example:
--   select a.check_name, a.indicator, a.tolerance, a.reason from mart.allowance as a
--   where a.indicator = 'pci';
create view mart.allowance as
select
    a.check_name,
    s.source,
    e.edition,
    i.indicator,
    p.place,
    a.tolerance,
    a.reason
from catalog.allowance as a
left join catalog.source as s on s.source_id = a.source_id
left join catalog.edition as e on e.edition_id = a.edition_id
left join catalog.indicator as i on i.indicator_id = a.indicator_id
left join catalog.place as p on p.place_id = a.place_id;

comment on view mart.allowance is 'what checks let pass, and why; source: etl/catalog/allowances.csv';
comment on column mart.allowance.check_name is 'name of the check';
comment on column mart.allowance.source is 'what this source says; null for every source';
comment on column mart.allowance.edition is 'of this edition; null for all';
comment on column mart.allowance.indicator is 'of this indicator; null for every one';
comment on column mart.allowance.place is 'of this place; null for every one';
comment on column mart.allowance.tolerance is 'greatest difference that passes, in the indicator''s unit; null for any';
comment on column mart.allowance.reason is 'why it passes';
