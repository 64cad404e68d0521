-- Migrations applied to this database; one row each, in order.
select
    m.name,
    encode(m.sha256, 'hex') as sha256
from ops.migration as m
order by m.name;
