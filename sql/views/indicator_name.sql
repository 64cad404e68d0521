-- Names of indicators, one row per name and indicator, for looking a name up.
-- Example:
--   select n.indicator, n.alias from mart.indicator_name as n where n.indicator = 'par';
create view mart.indicator_name as
select
    a.key,
    a.alias,
    i.indicator
from catalog.indicator_alias as a
join catalog.indicator as i on i.indicator_id = a.indicator_id;

comment on view mart.indicator_name is 'names that mean an indicator; source: etl/catalog/indicator_aliases.csv';
comment on column mart.indicator_name.key is 'the name folded: no marks, case or punctuation';
comment on column mart.indicator_name.alias is 'the name as written';
comment on column mart.indicator_name.indicator is 'code of the indicator meant';
