import { duplicateFacts, DuplicateUnknown, inBeijing, type Call, type identity, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { PeopleFields } from '../people/people-fields.js';
import { ReadingPeople } from '../people/reading-people.js';
import { Duplicate } from './duplicate.entity.js';

/** The pairs of look-alikes that wait for somebody to merge them or tell them apart. */
@Injectable()
export class Pairs {
  constructor(
    private readonly store: Store,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
  ) {}

  async list(paging: InputOf<typeof identity.duplicates>, call: Call) {
    const order = [
      { column: 'score', descending: true },
      { column: 'id', descending: true },
    ];
    const { items, ...rest } = await this.store.page(Duplicate, call, { where: sql`t.state = 'open'`, order, ...paging }, (row) => row);
    const ids = items.flatMap(({ one, other }) => [one, other]);
    const [people, kept] = await Promise.all([
      this.people.byId(ids),
      this.store.read<{ id: string; organisation: string }>(sql`select id, organisation from person where id = any(${ids}::uuid[])`),
    ]);
    const keeper = new Map(kept.map(({ id, organisation }) => [id, organisation]));
    const shown = await this.fields.of(call.caller, people, ({ id }) => keeper.get(id)!);
    const side = (person: string) => {
      const { name, masked } = shown.get(person)!;
      return { person, name, masked, organisation: keeper.get(person)! };
    };
    const view = ({ id, version, createdAt, updatedAt, one, other, score, reasons }: Duplicate) => ({
      ...{ id, version, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt) },
      ...{ one: side(one), other: side(other), score, reasons },
    });
    return { items: items.map(view), ...rest };
  }

  dismiss(id: string, call: Call): Promise<void> {
    return this.store.commit(call, async (work) => {
      const pair = await work.target(Duplicate, id, DuplicateUnknown);
      if (pair.state === 'open') await work.update(Object.assign(pair, { state: 'dismissed' }), duplicateFacts.dismissed);
    });
  }
}
