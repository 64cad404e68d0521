-- Why a total changed between two years, the total first, then its parts in the catalog's order.
--   $1 text[]  places
--   $2 text    the total
--   $3 int4    first year
--   $4 int4    last year
--   $5 date    what the warehouse knew at the end of that day; null: now
--   $6 date    what the world could know at the end of that day; null: everything
--   $7 boolean over breaks too
--   $8 text    boundaries: published or 2025
select
    e.place,
    e.place_name_vi,
    e.place_name_en,
    e.part,
    e.part_name_vi,
    e.part_name_en,
    e.decimals,
    e.unit,
    e.is_total,
    e.from_period::text as from_period,
    e.to_period::text as to_period,
    e.from_value,
    e.to_value,
    e.change,
    e.from_weight,
    e.to_weight,
    e.contribution_value,
    e.contribution_weight,
    e.contribution,
    e.residual,
    e.worth,
    e.step,
    e.worth_ranks,
    e.break,
    e.break_reason,
    e.source,
    e.carried_from
from mart.explain($1, $2, $3, $4, $5, $6, $7, $8) as e
order by array_position($1, e.place), e.place, e.is_total desc, e.part_order;
