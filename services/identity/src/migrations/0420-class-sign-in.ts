/** Signing in of grades 1 to 3: codes of classes, pictures and PINs of pupils, QR codes for one use. */
export const classSignIn = `
create table class_sign_in (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  class uuid not null references school_class (id),
  code_sealed text not null,
  code_lookup text not null,
  until timestamptz not null
);
create unique index on class_sign_in (class);
create unique index on class_sign_in (code_lookup);

create table pupil_pin (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  class uuid not null references school_class (id),
  person uuid not null references person (id),
  picture text not null,
  pin_hash text not null
);
create unique index on pupil_pin (class, picture);
create unique index on pupil_pin (class, person);
create index on pupil_pin (person);

create table pupil_qr (
  token text primary key,
  class uuid not null references school_class (id),
  person uuid not null references person (id),
  expires_at timestamptz not null,
  spent_at timestamptz
);
create index on pupil_qr (expires_at);
`;
