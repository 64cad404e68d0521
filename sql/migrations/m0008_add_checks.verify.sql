-- Fails unless allowances, findings and the function for files that add are in place.
select a.check_name, a.tolerance, a.reason from catalog.allowance as a limit 0;
select f.check_name, f.severity, f.arguments from ops.finding as f limit 0;
select 'ops.keep_unsaid(text)'::regprocedure, 'ops.keep_first(text)'::regprocedure;
