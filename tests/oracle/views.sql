-- What several questions look at. Every table of the record stands as it is, with its dates as DATE,
-- '' for a code that is not recorded, and `place` for the order in which the record holds it.

create macro workdays(a, b) as
  (select n from working_days where day = b) - (select n from working_days where day = a);

-- Children in a series of short breaks (V3, V4) are not counted as in care.
create view episodes as
  select *, lag(ended_on) over w as before_ended, lag(end_reason) over w as before_reason
  from care_episodes
  where started_on is not null and legal_status not in ('V3', 'V4')
  window w as (partition by child order by place);

-- A period of care begins where the episode before ended with a gap, or ended for good and the
-- child came into care anew.
create view numbered_episodes as
  select *, sum(case
      when before_ended < started_on then 1
      when before_ended is not null and before_reason not in ('X1', '') and start_reason = 'S' then 1
      else 0 end) over (partition by child order by place) as period
  from episodes;

create view care as
  select child, period, min(place) as place, min(started_on) as started_on,
    (array_agg(ended_on order by place desc))[1] as ended_on,
    (array_agg(end_reason order by place desc))[1] as end_reason
  from numbered_episodes group by child, period;
