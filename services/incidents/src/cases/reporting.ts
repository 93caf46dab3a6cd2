import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CategoryUnknown,
  CLOCK,
  ClockAlreadyMet,
  ClockNotFound,
  ClockNotNoted,
  DiscoveredLater,
  incidentFacts,
  IncidentNotFound,
  refuse,
  ReportedLater,
  type Call,
  type Clock,
  type IncidentInput,
  type InputOf,
  type incidents,
} from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { rulesOn } from '../clocks/rules.js';
import { IncidentEntity } from './incident.entity.js';

/** A unit reports what happened, adds what it learns, and notes whom it told outside. */
@Injectable()
export class Reporting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  report({ id, ...input }: IncidentInput & { id?: string | undefined }, call: Call): Promise<IncidentEntity> {
    return this.store.commit(call, async (work) => {
      const now = this.clock.now();
      const row = new IncidentEntity();
      if (id) row.id = id;
      row.organisation = actingOrganisation(call.caller);
      Object.assign(row, { ...input, system: input.system ?? null, discoveredAt: new Date(input.discoveredAt), reportedAt: now });
      if (row.discoveredAt > now) throw refuse(DiscoveredLater);
      const known = await work.query('select 1 from incident_category where code = $1', [row.category]);
      if (known.length === 0) throw refuse(CategoryUnknown, { category: row.category });
      row.wind(await rulesOn(row.discoveredOn, work));
      return work.insert(row, incidentFacts.reported, (existing) => saysTheSame(existing, row));
    });
  }

  supplement({ incidentId, item, text }: InputOf<typeof incidents.supplement>, call: Call): Promise<IncidentEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(IncidentEntity, incidentId, IncidentNotFound);
      row.isOpen();
      const now = this.clock.now();
      await work.query('insert into supplement (id, incident, item, text, at, organisation, person) values ($1, $2, $3, $4, $5, $6, $7)', [
        newId(),
        row.id,
        item,
        text,
        now,
        actingOrganisation(call.caller),
        call.caller.subject,
      ]);
      row.supplementedAt ??= now;
      row.wind(await rulesOn(row.discoveredOn, work));
      return work.update(row, incidentFacts.supplemented);
    });
  }

  note(
    { incidentId, clock: rule, reportedAt, channel, reference }: InputOf<typeof incidents.noteReport>,
    call: Call,
  ): Promise<IncidentEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(IncidentEntity, incidentId, IncidentNotFound);
      const clock = row.clocks.find((each) => each.rule === rule);
      if (!clock) throw refuse(ClockNotFound);
      if (clock.metBy !== 'noted') throw refuse(ClockNotNoted);
      if (clock.metAt !== null) throw refuse(ClockAlreadyMet);
      const at = new Date(reportedAt);
      if (at < new Date(clock.startsAt) || at > this.clock.now()) throw refuse(ReportedLater);
      const note = { at: at.toISOString(), channel, reference: reference ?? null };
      row.clocks = row.clocks.map((each) => (each === clock ? { ...each, metAt: note.at, note } : each));
      row.wind(await rulesOn(row.discoveredOn, work));
      return work.update(row, incidentFacts.noted);
    });
  }

  regrade({ incidentId, level, reason }: InputOf<typeof incidents.regrade>, call: Call): Promise<IncidentEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(IncidentEntity, incidentId, IncidentNotFound);
      row.isOpen();
      row.level = level;
      row.regradeReason = reason;
      row.wind(await rulesOn(row.discoveredOn, work));
      return work.update(row, incidentFacts.regraded);
    });
  }
}

const saysTheSame = (existing: IncidentEntity, row: IncidentEntity): boolean =>
  existing.organisation === row.organisation &&
  existing.title === row.title &&
  existing.category === row.category &&
  existing.summary === row.summary &&
  existing.system === row.system &&
  existing.discoveredAt.getTime() === row.discoveredAt.getTime();
