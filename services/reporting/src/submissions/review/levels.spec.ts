import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { person, type Region } from '@lianxue/testing';
import { Quarter } from '../quarter.room.js';
import type { Period } from '../../collecting/period.entity.js';

let here: Quarter;
let region: Region;
let period: Period;
beforeAll(async () => {
  here = await Quarter.open();
  region = here.room.region;
});
afterAll(() => here.close());
beforeEach(async () => {
  here.noonOf('2026-09-20');
  period = await here.announce(await here.dataSet('everyLevel'));
});

const school = () => here.at(region.school);
const reasonsOf = async (...[submission, by]: Parameters<Quarter['seen']>) =>
  Object.fromEntries((await here.seen(submission, by)).blocked.map(({ move, code }) => [move, code]));

describe('a data set that every level reviews', () => {
  it('goes from the county on to the city, which accepts it; only then it counts, at its county', async () => {
    const submitted = await here.submitted(period, school());
    expect(submitted).toMatchObject({ reviewer: region.county, level: 'county', nearest: region.county });
    const handedOn = await here.approve(submitted, here.county, { note: '已核' });
    expect(handedOn).toMatchObject({ status: 'submitted', reviewer: region.city, level: 'city', note: '已核' });
    expect(await here.summary(period)).toEqual([]);
    await expect(here.approve(handedOn, here.county)).rejects.toMatchObject({ kind: { code: 'submission.with_higher_level' } });
    const accepted = await here.approve(handedOn, here.city);
    expect(accepted).toMatchObject({ status: 'approved', reviewer: region.city, nearest: region.county });
    expect(new Set((await here.summary(period)).map(({ organisation }) => organisation))).toEqual(new Set([region.county]));
    expect(await here.way(accepted)).toEqual(['1 school submitted', '1 county approved', '1 city approved']);
    expect(await here.told(accepted)).toEqual(['drafted', 'submitted', 'handed_on', 'approved']);
  });

  it('skips a level that does not exist: a 市直属 school goes to the city and is done there', async () => {
    const submitted = await here.submitted(period, here.at(region.citySchool));
    expect(submitted).toMatchObject({ reviewer: region.city, level: 'city' });
    expect(await here.approve(submitted, here.city)).toMatchObject({ status: 'approved', nearest: region.city });
  });

  it('goes back from the city to the county, or to the school and then up again', async () => {
    const handedOn = await here.approve(await here.submitted(period, school()), here.county);
    const back = await here.return(handedOn, here.city, { to: 'levelBelow' });
    expect(back).toMatchObject({ status: 'submitted', reviewer: region.county, round: 1, reasons: [{ field: 'classrooms' }] });
    const up = await here.approve(back, here.county);
    const returned = await here.return(up, here.city);
    expect(returned).toMatchObject({ status: 'returned', round: 2, level: 'city' });
    expect(await here.submit(returned, school())).toMatchObject({ reviewer: region.county, level: 'county' });
    expect(await here.way(returned)).toEqual([
      '1 school submitted',
      '1 county approved',
      '1 city handedBack',
      '1 county approved',
      '1 city returned',
      '2 school submitted',
    ]);
  });

  it('lets those below a level that returned it act until that level’s own day', async () => {
    const handedOn = await here.approve(await here.submitted(period, school()), here.county);
    here.noonOf('2026-10-08');
    const returned = await here.return(handedOn, here.city);
    const again = await here.approve(await here.submit(returned, school()), here.county);
    expect(again).toMatchObject({ status: 'submitted', reviewer: region.city });
    here.noonOf('2026-10-11');
    await expect(here.approve(again, here.city)).rejects.toMatchObject({ kind: { code: 'period.closed' }, facts: { level: 'city' } });
  });

  it('is handed back to no level that never had it', async () => {
    const submitted = await here.submitted(period, here.at(region.citySchool));
    await expect(here.return(submitted, here.city, { to: 'levelBelow' })).rejects.toMatchObject({
      kind: { code: 'submission.no_level_below' },
    });
    expect((await here.seen(submitted, here.city)).moves).toEqual(['return', 'approve']);
  });
});

describe('a county that missed its day', () => {
  it('can be acted for by the city with a reason, which stays in the trail', async () => {
    const submitted = await here.submitted(period, school());
    await expect(here.approve(submitted, here.city, { onBehalf: '县里人手不足' })).rejects.toMatchObject({
      kind: { code: 'submission.waiting_lower_level' },
      facts: { level: 'county' },
    });
    here.noonOf('2026-10-06');
    await expect(here.approve(submitted, here.city)).rejects.toMatchObject({
      kind: { code: 'submission.level_missed' },
      facts: { level: 'county', closed: '2026-10-05T23:59:59+08:00' },
    });
    expect(await reasonsOf(submitted, here.city)).toMatchObject({ approve: 'submission.level_missed' });
    const acted = await here.approve(submitted, here.city, { onBehalf: '县里逾期未审' });
    expect(acted).toMatchObject({ status: 'submitted', actedBy: region.city, reviewer: region.city, level: 'city' });
    const [step] = await here.room.query(
      'select organisation, on_behalf_of, why, level from review_step where submission = $1 order by id desc',
      [acted.id],
    );
    expect(step).toEqual({ organisation: region.city, on_behalf_of: region.county, why: '县里逾期未审', level: 'county' });
    expect(await here.approve(acted, here.city)).toMatchObject({ status: 'approved', actedBy: null });
    expect(JSON.stringify(await here.room.facts())).not.toContain('县里逾期未审');
  });

  it('can be acted for where the nearest level alone reviews, and the figures stay the county’s', async () => {
    const nearest = await here.announce(await here.dataSet());
    const submitted = await here.submitted(nearest, school());
    here.noonOf('2026-10-06');
    expect(await here.approve(submitted, here.city, { onBehalf: '县里逾期未审' })).toMatchObject({
      status: 'approved',
      nearest: region.county,
    });
    expect((await here.summary(nearest))[0]).toMatchObject({ organisation: region.county });
  });

  it('is acted for no longer once the city’s own day has passed', async () => {
    const submitted = await here.submitted(period, school());
    here.noonOf('2026-10-11');
    await expect(here.approve(submitted, here.city, { onBehalf: '太晚' })).rejects.toMatchObject({
      kind: { code: 'period.closed' },
      facts: { level: 'city' },
    });
  });
});

describe('every answer', () => {
  it('says why each of the other moves cannot be made', async () => {
    const draft = await here.begin(period, school());
    expect(await here.seen(draft, school())).toMatchObject({ moves: ['fillIn', 'submit'] });
    expect(await reasonsOf(draft, school())).toEqual({
      revise: 'move.not_allowed',
      return: 'role.not_permitted',
      approve: 'role.not_permitted',
      correct: 'role.not_permitted',
      withdraw: 'role.not_permitted',
    });
    expect(await reasonsOf(draft, here.county)).toMatchObject({ submit: 'role.not_permitted', approve: 'move.not_allowed' });
    here.noonOf('2026-10-01');
    const [late] = (await here.seen(draft, school())).blocked.filter(({ move }) => move === 'submit');
    expect(late).toEqual({
      move: 'submit',
      code: 'period.closed',
      detail: '本级时限已于 2026-09-30T23:59:59+08:00 截止',
      facts: { level: 'school', closed: '2026-09-30T23:59:59+08:00' },
    });
  });

  it('says whom it waits for', async () => {
    const submitted = await here.submitted(period, school());
    const [waiting] = (await here.seen(submitted, here.city)).blocked.filter(({ move }) => move === 'approve');
    expect(waiting).toMatchObject({ code: 'submission.waiting_lower_level', detail: '正等待下级（临川区教育局）审核' });
    const handedOn = await here.approve(submitted, here.county);
    expect(await reasonsOf(handedOn, here.county)).toMatchObject({ return: 'submission.with_higher_level' });
    expect(await reasonsOf(handedOn, person({ role: 'systemAdmin', organisation: region.city }))).toMatchObject({
      approve: 'role.not_permitted',
    });
  });
});
