-- Adds to each file of a load how long it took, by the clock of the program that loaded it.
alter table ops.load_file add column seconds double precision
    constraint load_file_seconds_check check (seconds >= 0);
comment on column ops.load_file.seconds is
    'seconds from the first look at the file until what became of it is written; null where it was skipped';
