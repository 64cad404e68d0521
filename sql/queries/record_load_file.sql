-- Writes what a load did with one slot.
--   $1 int4   load            $2 int4   slot
--   $3 text   SHA-256 of the bytes in hex, null without a file
--   $4 int8   size in bytes   $5 text   name of the file
--   $6 text   SHA-256 of the declaration in hex
--   $7 text   version of the reader
--   $8 text   status          $9 timestamptz  moment of the facts, null for none
--   $10 int8  read  $11 int8  loaded  $12 int8  revised  $13 int8  unchanged  $14 int8  withdrawn
--   $15 int8  rejected          $16 float8  seconds, null for none
with added as (
    insert into ops.source_file (sha256, size, name)
    select decode($3, 'hex'), $4, $5
    where $3 is not null
    on conflict (sha256) do update
    set size = excluded.size
    returning file_id
)
insert into ops.load_file (
    load_id, slot_id, file_id, declaration_sha256, reader_version, status, recorded_at,
    rows_read, rows_loaded, rows_revised, rows_unchanged, rows_withdrawn, rows_rejected, seconds)
values (
    $1, $2, (select a.file_id from added as a), decode($6, 'hex'), $7, $8, $9,
    $10, $11, $12, $13, $14, $15, $16);
