-- Creates the log of loads: which bytes, which slot, when, how many rows, and what was refused.
create table ops.source_file (
    file_id int4 generated always as identity constraint source_file_pkey primary key,
    sha256 bytea not null constraint source_file_sha256_key unique
        constraint source_file_sha256_length_check check (length(sha256) = 32),
    size int8 not null constraint source_file_size_check check (size >= 0),
    name text not null,
    first_seen timestamptz not null default clock_timestamp()
);
comment on table ops.source_file is 'bytes as received, known by their SHA-256; source: loads';
comment on column ops.source_file.file_id is 'number used by the log; means nothing outside this database';
comment on column ops.source_file.sha256 is 'SHA-256 of the bytes';
comment on column ops.source_file.size is 'bytes';
comment on column ops.source_file.name is 'path as declared by the job that first read it';
comment on column ops.source_file.first_seen is 'when it was first read';

create table ops.slot (
    slot_id int4 generated always as identity constraint slot_pkey primary key,
    job text not null,
    file text not null,
    constraint slot_job_file_key unique (job, file)
);
comment on table ops.slot is 'one declared file of one job: a load of it replaces what it said before; source: etl/jobs';
comment on column ops.slot.slot_id is 'number used by facts; means nothing outside this database';
comment on column ops.slot.job is 'name of the job';
comment on column ops.slot.file is 'path as declared, relative to etl/';

create table ops.load (
    load_id int4 generated always as identity constraint load_pkey primary key,
    job text not null,
    started_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    status text not null default 'running' constraint load_status_check
        check (status in ('running', 'done', 'refused', 'failed')),
    backend_pid int4 not null default pg_backend_pid(),
    tool_version text not null
);
comment on table ops.load is 'one run of a job over its files; source: loads';
comment on column ops.load.load_id is 'number of the load';
comment on column ops.load.job is 'name of the job';
comment on column ops.load.started_at is 'when the run began';
comment on column ops.load.finished_at is 'when the run ended; null while it runs or after it died';
comment on column ops.load.status is 'done: every file committed or skipped; refused: a file was refused; failed: it could not go on';
comment on column ops.load.backend_pid is 'server process of the run';
comment on column ops.load.tool_version is 'version of the program';

create table ops.load_file (
    load_id int4 not null constraint load_file_load_fkey references ops.load,
    slot_id int4 not null constraint load_file_slot_fkey references ops.slot,
    file_id int4 constraint load_file_file_fkey references ops.source_file,
    declaration_sha256 bytea not null,
    reader_version text not null,
    status text not null constraint load_file_status_check
        check (status in ('committed', 'skipped', 'refused', 'withdrawn', 'failed')),
    recorded_at timestamptz,
    rows_read int8 not null default 0,
    rows_loaded int8 not null default 0,
    rows_revised int8 not null default 0,
    rows_unchanged int8 not null default 0,
    rows_withdrawn int8 not null default 0,
    rows_rejected int8 not null default 0,
    constraint load_file_pkey primary key (load_id, slot_id)
);
create index load_file_slot_index on ops.load_file (slot_id, load_id desc);
comment on table ops.load_file is 'what a load did with one slot; source: loads';
comment on column ops.load_file.load_id is 'the load';
comment on column ops.load_file.slot_id is 'the slot';
comment on column ops.load_file.file_id is 'the bytes that were read; null when the slot was withdrawn';
comment on column ops.load_file.declaration_sha256 is 'SHA-256 of what the job declares for this file';
comment on column ops.load_file.reader_version is 'version of the reader, part of what decides a skip';
comment on column ops.load_file.status is 'committed, skipped (nothing changed), refused (data), withdrawn (the slot is no more) or failed';
comment on column ops.load_file.recorded_at is 'the moment from which its facts are known; null unless committed or withdrawn';
comment on column ops.load_file.rows_read is 'rows or cells read';
comment on column ops.load_file.rows_loaded is 'new facts';
comment on column ops.load_file.rows_revised is 'facts that replaced an earlier one';
comment on column ops.load_file.rows_unchanged is 'facts that were known already';
comment on column ops.load_file.rows_withdrawn is 'facts that the file no longer holds';
comment on column ops.load_file.rows_rejected is 'rows or cells refused';

create table ops.reject (
    load_id int4 not null,
    slot_id int4 not null,
    number int4 not null,
    line int4,
    field text,
    reason text not null,
    arguments text[] not null,
    constraint reject_pkey primary key (load_id, slot_id, number),
    constraint reject_load_file_fkey foreign key (load_id, slot_id) references ops.load_file
);
comment on table ops.reject is 'what a load refused, at most 1,000 per file and reason; source: loads';
comment on column ops.reject.load_id is 'the load';
comment on column ops.reject.slot_id is 'the slot';
comment on column ops.reject.number is 'order in the file';
comment on column ops.reject.line is 'line of the file, from 1; null where the whole file is meant';
comment on column ops.reject.field is 'column of the file';
comment on column ops.reject.reason is 'key of the message';
comment on column ops.reject.arguments is 'what the message names, in its order';
