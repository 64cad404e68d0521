-- Plans as known now, for mapping targets; one row per plan.
select
    l.plan,
    l.place,
    l.text_sha256
from mart.plan as l;
