/**
 * Uses, each told of under an id of its caller's making and so once; who it was is forgotten after ninety days. They are added up twice:
 * by resource (`resource_total`, and what is not `counted` yet), and by the organisation, subject and day that facts tell of.
 */
export const uses = `
create table use_event (
  id uuid primary key,
  resource uuid references resource on delete cascade,
  organisation uuid not null,
  person uuid,
  kind text not null check (kind in ('view', 'download', 'inClass')),
  at timestamptz not null,
  day date not null,
  counted boolean not null
);
create unique index use_event_of_day on use_event (resource, person, day, kind) where kind <> 'inClass';
create index use_event_uncounted on use_event (resource, id) where not counted;
create index use_event_person on use_event (person, at);
create index use_event_day on use_event (day) where counted;

create table resource_total (
  resource uuid primary key references resource on delete cascade,
  views bigint not null,
  downloads bigint not null,
  in_class bigint not null
);

create table resource_use (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  subject text not null,
  day date not null,
  views int not null default 0,
  downloads int not null default 0,
  in_class int not null default 0,
  elsewhere int not null default 0,
  favourites int not null default 0,
  ratings int not null default 0,
  told int,
  constraint resource_use_once unique (organisation, subject, day)
);
create index resource_use_untold on resource_use (day, id)
  where told is distinct from views + downloads + in_class + elsewhere + favourites + ratings;

-- What a person thinks of a resource; when they first said so outlives a change of mind, so that it is counted once.
create table resource_opinion (
  resource uuid not null references resource on delete cascade,
  person uuid not null,
  organisation uuid not null,
  favourite boolean not null default false,
  favoured_at timestamptz,
  stars int check (stars between 1 and 5),
  rated_at timestamptz,
  primary key (resource, person)
);
create index resource_opinion_person on resource_opinion (person, resource);

-- Who wants no recommendations that rest on what they did.
create table impersonal (
  person uuid primary key,
  organisation uuid not null,
  since timestamptz not null
);
`;
