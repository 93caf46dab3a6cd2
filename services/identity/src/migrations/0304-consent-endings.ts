/**
 * Consents end by themselves: why, and when that is due. The table derives the moment, from the day said and from the birth that is known,
 * so that a birth corrected by whoever keeps the rolls moves it too.
 */
export const consentEndings = `
alter table consent add column ending text;
alter table consent add column due timestamptz;
alter table deletion_request add column why text not null default 'withdrawn';
create index consent_due on consent (due) where state = 'given';

-- The first day on which fourteen years ago is not before the birth: whoever was born on 29 February waits until 1 March.
create function fourteen_from(born date) returns timestamptz language sql immutable as $$
  select (anniversary + (extract(day from anniversary) <> extract(day from born))::int)::timestamp at time zone 'Asia/Shanghai'
  from (select (born + interval '14 years')::date as anniversary) a
$$;

create function consent_due() returns trigger language plpgsql as $$
begin
  new.due := least(new.until, case when not new.by_self then (select fourteen_from(born_on) from person where id = new.child) end);
  return new;
end $$;
create trigger consent_due before insert or update on consent for each row execute function consent_due();

create function consents_of_born() returns trigger language plpgsql as $$
begin
  update consent set due = null where child = new.id and state = 'given';
  return null;
end $$;
create trigger consents_of_born after update of born_on on person for each row when (old.born_on is distinct from new.born_on)
  execute function consents_of_born();

update consent set due = null where state = 'given';
`;
