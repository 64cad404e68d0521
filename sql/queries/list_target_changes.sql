-- What becomes of the targets of one plan in another, in the order of the second; what it drops at the end.
--   $1 text  the first plan
--   $2 text  the second
select c.*
from mart.target_changes($1, $2) as c
order by c.to_line is null, c.to_line, c.to_ordinal, c.from_line, c.from_ordinal;
