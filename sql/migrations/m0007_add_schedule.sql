-- Adds to each load the run of the job's schedule that it covers, so that what is due is known from the
-- schedule alone, whatever the clock of the server says.
alter table ops.load add column scheduled_for timestamptz;
comment on column ops.load.scheduled_for is
    'the latest run of the job''s schedule that the load covers; null where the job had no schedule';
