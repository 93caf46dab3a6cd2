import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FormContent, reporting } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Adopting } from './adopting.js';
import { shippedDataSets } from './shipped-data-sets.js';

describe('the data sets that come with the platform', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom('reporting', { entities, migrations, providers: [Collecting, Adopting] });
  });
  afterAll(() => room.close());

  const adopt = (shipped: string, more: object = {}) =>
    room
      .get(Adopting)
      .adopt(
        { shipped, organisation: room.region.city, ...more },
        callOf(reporting.adoptDataSet, person({ role: 'centreHead', organisation: room.region.city })),
      );

  it.each(shippedDataSets.map(({ code, form }) => [code, form] as const))('%s has a form that makes sense in itself', (_, form) => {
    expect(FormContent.safeParse(form).error?.issues).toBeUndefined();
  });

  it('are adopted in one call, formulas and all, and are the authority’s own', async () => {
    for (const { code } of shippedDataSets)
      expect(await adopt(code)).toMatchObject({ code, organisation: room.region.city, formNumber: 1 });
    expect(
      room
        .get(Adopting)
        .list()
        .items.map(({ code }) => code),
    ).toEqual(shippedDataSets.map(({ code }) => code));
    await expect(adopt('devices')).rejects.toMatchObject({ kind: { code: 'data_set.code_taken' } });
    expect((await adopt('devices', { code: 'devices_2', name: '市属设备' })).fact()).toMatchObject({ code: 'devices_2', name: '市属设备' });
    await expect(adopt('nothing')).rejects.toMatchObject({ kind: { code: 'shipped_data_set.not_found' } });
  });
});
