-- Whether an indicator of an edition compares with the edition before; one row per edition and indicator.
-- Example:
--   select c.* from mart.comparability as c limit 5;
create view mart.comparability as
select
    e.edition_id,
    e.edition,
    i.indicator_id,
    i.indicator,
    c.comparable,
    c.reason,
    c.stated_for
from catalog.comparability as c
join catalog.edition as e on e.edition_id = c.edition_id
join catalog.indicator as i on i.indicator_id = c.indicator_id;

comment on view mart.comparability is 'breaks: whether an indicator compares with the edition before; source: etl/catalog/comparability.csv';
comment on column mart.comparability.edition_id is 'number of the later edition';
comment on column mart.comparability.edition is 'the later edition';
comment on column mart.comparability.indicator_id is 'number of the indicator';
comment on column mart.comparability.indicator is 'the indicator';
comment on column mart.comparability.comparable is 'yes, partly, no or unknown';
comment on column mart.comparability.reason is 'why not, in a few words';
comment on column mart.comparability.stated_for is 'the code whose line says so';
