import type { Migration } from '@lianxue/persistence';

/**
 * What counts is written down for itself: the approved figures of a unit, where it then stood, and which later ones replaced
 * them. So a correction takes away exactly what was added, and any past state can be added up again.
 */
export const contributions: Migration = {
  name: '0501-contributions',
  sql: `
    create table contribution (
      seq bigint generated always as identity (cache 1) primary key,
      period uuid not null references period,
      organisation uuid not null,
      authority uuid not null,
      division_code text not null,
      kind text not null,
      form uuid not null references form,
      figures jsonb not null,
      replaced_by bigint
    );
    create unique index contribution_once on contribution (period, organisation) where replaced_by is null;
    create index contribution_authority on contribution (period, authority) where replaced_by is null;

    create table expected_unit (
      period uuid not null references period,
      organisation uuid not null,
      parent uuid,
      authority uuid not null,
      division_code text not null,
      kind text not null,
      closed boolean not null,
      primary key (period, organisation)
    );
    create table past_authority (
      period uuid not null references period,
      organisation uuid not null,
      above uuid[] not null,
      primary key (period, organisation)
    );
    create table settlement (
      period uuid primary key references period,
      as_of date not null,
      settled_at timestamptz not null
    );

    insert into contribution (period, organisation, authority, division_code, kind, form, figures)
    select s.period, s.organisation, s.nearest, coalesce(o.division_code, ''), coalesce(o.kind, 'school'), s.form, s.figures
    from submission s left join organisation o on o.id = s.organisation
    where s.status = 'approved' and s.nearest is not null order by s.id;

    drop table summary;
    create table summary (
      period uuid not null references period,
      organisation uuid not null,
      division_code text not null,
      kind text not null,
      indicator text not null,
      total numeric not null,
      units int not null,
      primary key (period, organisation, division_code, kind, indicator)
    );
    insert into summary (period, organisation, division_code, kind, indicator, total, units)
    select c.period, c.authority, c.division_code, c.kind, v.code, trim_scale(sum(v.value::numeric)), count(*)::int
    from contribution c join form f on f.id = c.form cross join lateral jsonb_each_text(c.figures) as v(code, value)
    where exists (select 1 from jsonb_to_recordset(f.indicators) as d(code text, type text) where d.code = v.code and d.type in ('integer', 'number'))
    group by 1, 2, 3, 4, 5;
  `,
};
