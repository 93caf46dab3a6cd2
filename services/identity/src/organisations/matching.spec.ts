import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import fc from 'fast-check';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { Matching } from './matching.js';
import { folded, readingsOf } from './names.js';
import { Registering } from './registering.js';

let room: IdentityRoom;
const ids: Record<string, string> = {};

beforeAll(async () => {
  room = await openIdentity();
  const below = async (parent: string, kind: 'school' | 'county' | 'centralSchool' | 'teachingPoint', name: string, more: object = {}) =>
    (ids[name] = await room.organisation(kind, parent, { name, ...more }));
  const linchuan = await below(room.city, 'county', '临川区教育体育局', { divisionCode: '361002' });
  const dongxiang = await below(room.city, 'county', '东乡区教育体育局', { divisionCode: '361003' });
  await below(linchuan, 'school', '抚州市临川区第一小学', { divisionCode: '361002', shortName: '临川一小' });
  await below(linchuan, 'school', '临川区第二小学', { divisionCode: '361002' });
  await below(linchuan, 'school', '临川第十二小学', { divisionCode: '361002' });
  await below(dongxiang, 'school', '东乡区第一小学', { divisionCode: '361003' });
  await below(dongxiang, 'school', '东乡区实验小学', { divisionCode: '361003' });
  await below(linchuan, 'school', '和平小学', { divisionCode: '361002' });
  await below(room.city, 'school', '抚州市第一中学', { divisionCode: '361002' });
  const central = await below(linchuan, 'centralSchool', '云山镇中心小学', { divisionCode: '361002' });
  await below(central, 'teachingPoint', '云山镇中心小学东坑教学点', { divisionCode: '361002' });
  const renamed = await below(dongxiang, 'school', '孝岗红旗小学', { divisionCode: '361003' });
  const call = room.by('systemAdmin', room.city, { call: { ifMatch: 1 }, operation: identity.changeOrganisation });
  await room.get(Registering).change({ organisationId: renamed, name: '孝岗镇春晖学校' }, call);
  ids['孝岗镇春晖学校'] = renamed;
});
afterAll(() => room.close());

const match = (names: string[], more: { below?: string; limit?: number; at?: string } = {}) =>
  room.get(Matching).match(names, room.by('systemAdmin', more.at ?? room.city, { operation: identity.matchOrganisations }), more);
const best = async (name: string, more?: Parameters<typeof match>[1]) => {
  const [[first] = []] = await match([name], more);
  return first && { name: first.name, why: first.why, score: first.score };
};

describe('matching names to organisations', () => {
  it.each([
    ['the very name', '抚州市临川区第一小学', '抚州市临川区第一小学', '全称', 1],
    ['全角 and spaces', ' 抚州市　临川区 第一小学', '抚州市临川区第一小学', '全称', 1],
    ['a short name', '临川一小', '抚州市临川区第一小学', '简称', 0.98],
    ['the city left out', '临川区第一小学', '抚州市临川区第一小学', '全称', 0.97],
    ['一小 for 第一小学', '东乡区一小', '东乡区第一小学', '全称', 0.97],
    ['an Arabic number', '东乡第1小学', '东乡区第一小学', '全称', 0.97],
    ['a number of two digits', '第12小学', '临川第十二小学', '全称', 0.93],
    ['实小 for 实验小学', '东乡实小', '东乡区实验小学', '全称', 0.97],
    ['市一中', '市一中', '抚州市第一中学', '全称', 0.93],
    ['中心校 for 中心小学', '云山镇中心校', '云山镇中心小学', '全称', 0.93],
    ['a former name', '孝岗红旗小学', '孝岗镇春晖学校', '曾用名', 0.95],
    ['a former name written short', '东乡区孝岗红旗小', '孝岗镇春晖学校', '曾用名', 0.92],
    ['a slip', '云衫镇中心小学', '云山镇中心小学', '相似', 0.64],
    ['a character left out', '云山中心小学', '云山镇中心小学', '相似', 0.64],
    ['a school that is called like a county elsewhere', '和平小学', '和平小学', '全称', 1],
  ] as const)('knows %s: %s', async (_what, typed, name, why, score) => {
    expect(await best(typed)).toEqual({ name, why, score });
  });

  it('answers several with the same score when nothing tells them apart, and one when the division does', async () => {
    const [both, one] = await match(['第一小学', '东乡区第一小学']);
    expect(both!.slice(0, 2).map(({ name, score }) => [name, score])).toEqual(
      expect.arrayContaining([
        ['抚州市临川区第一小学', 0.93],
        ['东乡区第一小学', 0.93],
      ]),
    );
    expect(one![0]).toMatchObject({ name: '东乡区第一小学', score: 1, parentName: '东乡区教育体育局', kind: 'school' });
    expect(one![1]?.score ?? 0).toBeLessThan(0.6);
  });

  it('takes no number for another', async () => {
    const names = (await match(['临川区第二小学']))[0]!.map(({ name }) => name);
    expect(names).toEqual(['临川区第二小学']);
    expect(await best('临川区第三小学')).toBeUndefined();
  });

  it('looks only where the caller reaches, and below what is named', async () => {
    expect(await best('东乡区第一小学', { at: ids['临川区教育体育局']! })).not.toMatchObject({ name: '东乡区第一小学' });
    expect((await best('第一小学', { below: ids['东乡区教育体育局']! }))?.name).toBe('东乡区第一小学');
    await expect(match(['第一小学'], { at: ids['临川区教育体育局']!, below: ids['东乡区教育体育局']! })).rejects.toEqual(
      refused('organisation.unknown'),
    );
  });

  it('keeps the order of the names and answers the same again', async () => {
    const names = ['不存在的学校', '东乡区实验小学', '', '？', '临川一小'].map((name) => name || ' ');
    const [first, second] = [await match(names), await match(names)];
    expect(first).toEqual(second);
    expect(first.map((candidates) => candidates[0]?.name)).toEqual([
      undefined,
      '东乡区实验小学',
      undefined,
      undefined,
      '抚州市临川区第一小学',
    ]);
  });
});

describe('reading a name', () => {
  it('ends, keeps something, and does not care how a name is spaced', () => {
    const piece = fc.constantFrom(
      '抚州市',
      '临川',
      '东乡区',
      '第一',
      '12',
      '小学',
      '中心',
      '实验',
      '镇',
      'Ａ',
      ' ',
      '（',
      '云',
      '𠮷',
      '市',
      '教学点',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const readings = readingsOf(pieces.join(''));
        expect(readings.length).toBeGreaterThan(0);
        expect(readings.map(({ core }) => core)).toEqual(readingsOf(pieces.join('　')).map(({ core }) => core));
        for (const { core, stem, kind } of readings) expect(stem + kind).toBe(core);
      }),
    );
  });

  it('folds what is folded to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => expect(folded(folded(name))).toBe(folded(name))));
  });
});
