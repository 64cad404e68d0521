-- Writes that a migration was applied.
--   $1 text  name
--   $2 text  the text that was run
--   $3 float8  seconds it took
--   $4 text  version of the program
insert into ops.migration (name, sha256, duration, tool_version)
values ($1, sha256(convert_to($2, 'UTF8')), make_interval(secs => $3), $4);
