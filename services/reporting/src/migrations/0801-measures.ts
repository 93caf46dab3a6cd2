import type { Migration } from '@lianxue/persistence';

/**
 * What the facts of every service come to. A telling is what one fact said its entity counts as; what an entity counts as follows
 * from all its tellings, and the totals are the sums of that. So a fact that comes twice, late or out of order changes nothing
 * twice, and every total can be counted again.
 */
export const measures: Migration = {
  name: '0801-measures',
  sql: `
    create table telling (
      thing text not null,
      entity uuid not null,
      version int not null,
      day date not null,
      parts jsonb not null,
      counted boolean not null default false,
      primary key (thing, entity, version)
    );
    create index telling_waiting on telling (thing, entity) where not counted;

    create table measured (
      thing text not null,
      entity uuid not null,
      measure text not null,
      organisation uuid not null,
      day date not null,
      dimension text not null,
      amount numeric not null
    );
    create index measured_entity on measured (thing, entity);
    create index measured_organisation on measured (organisation);

    create table measure_total (
      measure text not null,
      organisation uuid not null,
      day date not null,
      dimension text not null,
      amount numeric not null,
      primary key (measure, organisation, day, dimension)
    );
    create index measure_total_organisation on measure_total (organisation);
    create index measure_total_dimension on measure_total (measure, dimension);
    create index measure_total_nothing on measure_total (measure) where amount = 0;

    create table measure_label (
      dimension text not null,
      value text not null,
      name text not null,
      organisation uuid not null,
      told int not null,
      primary key (dimension, value)
    );
    create index measure_label_organisation on measure_label (organisation);
  `,
};
