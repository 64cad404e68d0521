-- Fails unless indicators tell their measures.
select i.measure from catalog.indicator as i where false;
