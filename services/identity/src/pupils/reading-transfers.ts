import {
  actingOrganisation,
  inBeijing,
  releasingMoves,
  transferLife,
  TransferUnknown,
  type Call,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { maskedName } from '../people/names.js';
import { PeopleFields } from '../people/people-fields.js';
import { ReadingPeople } from '../people/reading-people.js';
import { TransferEntity } from './transfer.entity.js';

/** Transfers as either school sees them: the pupil's name in clear where the pupil is, masked at the other. */
@Injectable()
export class ReadingTransfers {
  constructor(
    private readonly store: Store,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
  ) {}

  async one(id: string, call: Call) {
    return this.shown(await this.store.one(TransferEntity, id, call, TransferUnknown), call);
  }

  async shown(row: TransferEntity, call: Call) {
    return (await this.allShown([row], call))[0]!;
  }

  async list({ status, side, waiting, ...paging }: InputOf<typeof identity.transfers>, call: Call) {
    const acting = actingOrganisation(call.caller);
    const below = (column: 'from' | 'organisation') =>
      sql`exists (select 1 from organisation o join organisation a on o.path <@ a.path where a.id = ${acting} and o.id = ${column === 'from' ? sql`t.from_school` : sql`t.organisation`})`;
    const awaited = sql`((t.status = 'requested' and ${below('from')}) or (t.status = 'released' and ${below('organisation')}))`;
    const where = allOf(
      status !== undefined && sql`t.status = ${status}`,
      side !== undefined && below(side === 'releasing' ? 'from' : 'organisation'),
      waiting && awaited,
    );
    const { items, ...rest } = await this.store.page(TransferEntity, call, { where, ...paging }, (row) => row);
    return { items: await this.allShown(items, call), ...rest };
  }

  private async allShown(rows: readonly TransferEntity[], call: Call) {
    const schools = [...new Set(rows.flatMap(({ organisation, from }) => [organisation, from]))];
    const [named, people] = await Promise.all([
      this.store.read<{ id: string; name: string; own: boolean }>(
        sql`select r.id, r.name, coalesce(o.path <@ (select a.path from organisation a where a.id = ${call.caller.organisation ?? null}), false) as own
            from organisation_record r join organisation o on o.id = r.id where r.id = any(${schools}::uuid[])`,
      ),
      this.people.byId(rows.map(({ person }) => person)),
    ]);
    const school = new Map(named.map((one) => [one.id, one]));
    const keeperOf = new Map(rows.map((row) => [row.person, row.keeper]));
    const shown = await this.fields.of(call.caller, people, ({ id }) => keeperOf.get(id)!);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return rows.map((row) => {
      const [to, from] = [school.get(row.organisation)!, school.get(row.from)!];
      const { name, masked } = shown.get(row.person)!;
      const here = school.get(row.keeper)!.own;
      const moves = transferLife.movesFor(row.status, call.caller);
      return {
        id: row.id,
        version: row.version,
        createdAt: inBeijing(row.createdAt),
        updatedAt: inBeijing(row.updatedAt),
        organisation: to.id,
        organisationName: to.name,
        from: from.id,
        fromName: from.name,
        person: row.person,
        ...(here ? { name, masked } : { name: maskedName(names.get(row.person)!), masked: true }),
        class: row.class,
        status: row.status,
        reason: row.reason,
        refusal: row.refusal,
        decidedAt: row.decidedAt && inBeijing(row.decidedAt),
        moves: moves.filter((move) => (releasingMoves.includes(move) ? from.own : to.own)),
      };
    });
  }
}
