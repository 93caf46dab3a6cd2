import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact, OrganisationCopy } from '@lianxue/contracts';
import { newId } from '../ids.js';
import { Proving } from '../../spec/proving.spec.js';

let here: Proving;
beforeAll(async () => {
  here = await Proving.start();
});
afterAll(() => here.stop());

const copy = (id: string, parent: string | null, version = 1): OrganisationCopy => ({
  id,
  parent,
  version,
  kind: 'school',
  name: `第${version}版`,
  divisionCode: null,
  closed: false,
});
const told = ({ closed, ...copied }: OrganisationCopy) => ({ ...copied, state: closed ? 'closed' : 'open' });
const fact = (thing: string, data: { id: string; version: number }): Fact => ({
  id: newId(),
  type: `cn.lianxue.identity.${thing}.changed`,
  service: 'identity',
  thing,
  entity: data.id,
  version: data.version,
  organisation: null,
  actor: 'system',
  time: new Date().toISOString(),
  feedSeq: 1,
  data,
});
const hear = (said: Fact) => here.inbox.once('tree', said, (statements) => here.tree.apply(said, statements));
const pathOf = async (id: string): Promise<string[]> => {
  const [row] = await here.source.query<{ path: string }[]>('select path::text from organisation where id = $1', [id]);
  return row!.path.split('.');
};
const label = (id: string) => id.replaceAll('-', '');

describe('the copy of the tree', () => {
  it('takes a moved organisation along with everything below it', async () => {
    const [province, west, east, school, point] = Array.from({ length: 5 }, newId) as [string, string, string, string, string];
    for (const [id, parent] of [
      [province, null],
      [west, province],
      [east, province],
      [school, west],
      [point, school],
    ] as const)
      await hear(fact('organisation', told(copy(id, parent))));
    await hear(fact('organisation', told(copy(school, east, 2))));
    expect(await pathOf(point)).toEqual([province, east, school, point].map(label));
    await hear(fact('organisation', told(copy(east, null, 2))));
    expect(await pathOf(point)).toEqual([east, school, point].map(label));
    expect(await pathOf(west)).toEqual([province, west].map(label));
  });

  it('applies only newer versions, and each fact once', async () => {
    const id = newId();
    const newer = fact('organisation', told(copy(id, null, 3)));
    await hear(newer);
    await hear(fact('organisation', told(copy(id, newId(), 2))));
    let applied = 0;
    await here.inbox.once('tree', newer, async () => void applied++);
    await here.inbox.once('another', newer, async () => void applied++);
    expect(applied).toBe(1);
    expect(await here.source.query('select version, name from organisation where id = $1', [id])).toEqual([{ version: 3, name: '第3版' }]);
  });

  it('knows that one has closed', async () => {
    const id = newId();
    await hear(fact('organisation', told(copy(id, null))));
    await hear(fact('organisation', told({ ...copy(id, null, 2), closed: true })));
    expect(await here.source.query('select closed from organisation where id = $1', [id])).toEqual([{ closed: true }]);
  });

  it('lets two add below one parent at the same time, and lets nobody add while a subtree moves', async () => {
    const [root, west, school] = Array.from({ length: 3 }, newId) as [string, string, string];
    await hear(fact('organisation', told(copy(root, null))));
    await hear(fact('organisation', told(copy(west, root))));
    const keep = (kept: OrganisationCopy, meanwhile?: () => Promise<void>) =>
      here.write(async (statements) => {
        await here.tree.keepOrganisation(kept, statements);
        await meanwhile?.();
      });
    await keep(copy(newId(), west), () => keep(copy(school, west)));
    const late = newId();
    let adding: Promise<void> | undefined;
    await keep(copy(west, null, 2), async () => {
      adding = keep(copy(late, west));
      await Promise.race([adding.then(() => Promise.reject(new Error('it did not wait'))), new Promise((go) => setTimeout(go, 100))]);
    });
    await adding;
    expect(await pathOf(school)).toEqual([west, school].map(label));
    expect(await pathOf(late)).toEqual([west, late].map(label));
  });

  it('fetches a parent it has not heard of, outside the transaction', async () => {
    const [root, parent, id] = [newId(), newId(), newId()];
    here.identity.chains.set(parent, [copy(root, null), copy(parent, root)]);
    await hear(fact('organisation', told(copy(id, parent))));
    expect(await pathOf(id)).toEqual([root, parent, id].map(label));
  });

  it('keeps selections by version', async () => {
    const selection = {
      id: newId(),
      client: newId(),
      organisation: newId(),
      scopes: ['resources.read'],
      version: 2,
      active: false,
      until: null,
    };
    await hear(fact('selection', selection));
    await hear(fact('selection', { ...selection, version: 1, active: true } as typeof selection));
    expect(await here.source.query('select active, version from app_reach where client = $1', [selection.client])).toEqual([
      { active: false, version: 2 },
    ]);
  });

  it('leaves no note of a fact that could not be applied, and buries it on request', async () => {
    const unlucky = fact('organisation', told(copy(newId(), null)));
    await expect(here.inbox.once('tree', unlucky, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await here.source.query('select 1 from inbox where fact = $1', [unlucky.id])).toEqual([]);
    await here.inbox.bury('tree', unlucky, 'no');
    expect(await here.source.query('select consumer, reason from dead_letter where fact = $1', [unlucky.id])).toEqual([
      { consumer: 'tree', reason: 'no' },
    ]);
  });
});
