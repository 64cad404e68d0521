-- Lets statements of this session run for an hour: figures by the million take longer than a question may.
select set_config('statement_timeout', '1h', false);
