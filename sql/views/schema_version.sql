-- The last migration applied and the text that mart was built from; one row, read at the start of every session.
-- Example:
--   select * from mart.schema_version as v;
create view mart.schema_version as
select
    max(m.name) as name,
    count(*) as migrations,
    (select max(v.digest) from ops.view_set as v) as views
from ops.migration as m;

comment on view mart.schema_version is 'the last migration applied; source: chiso migrate';
comment on column mart.schema_version.name is 'its name';
comment on column mart.schema_version.views is 'digest of the text that mart was built from';
comment on column mart.schema_version.migrations is 'how many were applied';
