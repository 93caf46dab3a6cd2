import { DuplicateUnknown, duplicateFacts, identity, inBeijing, type Call, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { PeopleFields } from '../people/people-fields.js';
import { ReadingPeople } from '../people/reading-people.js';
import { Duplicate } from './duplicate.entity.js';
import type { Merger } from './merger.entity.js';
import { Merging, undoableMs } from './merging.js';

@Controller()
export class MergingHandlers {
  constructor(
    private readonly store: Store,
    private readonly merging: Merging,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
  ) {}

  @Handles(identity.duplicates)
  async duplicates(paging: InputOf<typeof identity.duplicates>, call: Call) {
    const order = [
      { column: 'score', descending: true },
      { column: 'id', descending: true },
    ];
    const { items, ...rest } = await this.store.page(Duplicate, call, { where: sql`t.state = 'open'`, order, ...paging }, (row) => row);
    const people = await this.people.byId(items.flatMap(({ one, other }) => [one, other]));
    const kept = await this.store.read<{ id: string; organisation: string }>(
      sql`select id, organisation from person where id = any(${people.map(({ id }) => id)}::uuid[])`,
    );
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

  @Handles(identity.dismissDuplicate)
  async dismissDuplicate({ duplicateId }: InputOf<typeof identity.dismissDuplicate>, call: Call) {
    await this.store.commit(call, async (work) => {
      const pair = await work.target(Duplicate, duplicateId, DuplicateUnknown);
      if (pair.state === 'open') await work.update(Object.assign(pair, { state: 'dismissed' }), duplicateFacts.dismissed);
    });
  }

  @Handles(identity.mergePerson)
  async mergePerson({ personId, into }: InputOf<typeof identity.mergePerson>, call: Call) {
    return mergerView(await this.merging.merge(personId, into, call));
  }

  @Handles(identity.unmergePerson)
  async unmergePerson({ personId }: InputOf<typeof identity.unmergePerson>, call: Call) {
    return mergerView(await this.merging.undo(personId, call));
  }
}

const mergerView = ({ id, version, createdAt, updatedAt, from, into, trace, undone }: Merger) => {
  const moved: Record<string, number> = {};
  for (const { thing } of trace.steps) moved[thing] = (moved[thing] ?? 0) + 1;
  return {
    ...{ id, version, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt), from, into, moved, undone },
    undoUntil: inBeijing(new Date(createdAt.getTime() + undoableMs)),
  };
};
