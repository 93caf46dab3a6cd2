import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { blocksOf, follow } from '../guide/following.js';
import type { Place, World } from '../story/world.js';
import { wholeWorld } from '../whole-world.js';

const day = 24 * 3600_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const indicator = (code: string, name: string) => ({ code, name, nameEn: code, type: 'integer', required: true, min: 0 });

/** Two quarters of one data set: the first is approved, in the second the schools have reported. */
async function quarters(world: World): Promise<string> {
  const city = await world.as('cityReviewer', world.city);
  const county = await world.as('countyReviewer', world.counties[0]);
  const code = `guide_${world.run.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  const form = { indicators: [indicator('classrooms', '普通教室数'), indicator('mm_classrooms', '网络多媒体教室数')] };
  const dataSet = await city.post('/data-sets', { organisation: world.city.id, code, name: '季度数据', nameEn: 'The quarter', form });
  const announce = async (name: string, firstDay: string, lastDay: string) => {
    const due = { school: at(10), county: at(15), city: at(20) };
    const period = await city.post('/periods', { dataSet: dataSet.body.id, name, kind: 'quarter', firstDay, lastDay, opens: at(-5), due });
    expect(period.status).toBe(201);
    return period.body.id as string;
  };
  const report = async (period: string, place: Place, classrooms: number, multimedia: number) => {
    const school = await world.as('schoolAdmin', place);
    const values = { classrooms, mm_classrooms: multimedia };
    const begun = await school.post(`/periods/${period}/submissions`, { organisation: place.id, values });
    const submitted = await school.post(`/submissions/${begun.body.id}/submit`);
    expect(submitted.status).toBe(200);
    return submitted.body.id as string;
  };
  const before = await announce('上一季度', at(-120).slice(0, 10), at(-31).slice(0, 10));
  for (const [place, rooms] of [
    [world.school, 24],
    [world.sibling, 18],
    [world.centralSchool, 12],
  ] as const)
    expect((await county.post(`/submissions/${await report(before, place, rooms, rooms / 2)}/approve`, {})).status).toBe(200);
  const now = await announce('本季度', at(-30).slice(0, 10), at(1).slice(0, 10));
  await report(now, world.school, 24, 12);
  await report(now, world.sibling, 18, 12);
  await report(now, world.centralSchool, 12, 3);
  const windows = { opens: at(-5), due: { school: at(-0.001), county: at(15), city: at(20) } };
  const { headers } = await city.get(`/periods/${now}`);
  const over = await city.patch(`/periods/${now}`, { windows }, { headers: { 'if-match': headers.get('etag')! } });
  expect(over.status).toBe(200);
  return code;
}

describe('the guide of a county reviewer', () => {
  it('leads where it says', async () => {
    const world = await wholeWorld();
    const code = await quarters(world);
    const county = await world.as('countyReviewer', world.counties[0]);
    const given = { ORIGIN: world.origin, TOKEN: await county.token(), CODE: code };
    const blocks = blocksOf(resolve(import.meta.dirname, '../../../docs/guides/county-reviewer.md'));
    const said = await follow(blocks, given);
    for (const promised of [
      '已通过 1 份',
      '第 2 轮，状态 returned',
      '已办理 1，被拒 0',
      'submitted → returned',
      'classrooms 42',
      'overdue.xlsx',
      'submission.pdf',
      'quarter.xlsx',
    ])
      expect(said).toContain(promised);
  }, 300_000);
});
