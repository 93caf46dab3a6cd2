import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, resources, type Caller, type InputOf } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { entities } from '../resources.module.js';
import { migrations } from '../migrations/index.js';
import { CurrentPosts, type CurrentPost } from '../posts/current-posts.js';
import { KnownPosts } from '../posts/known-posts.room.js';
import { productTests } from './part.js';
import { PlanningTests } from './planning-tests.js';
import type { ProductTest } from './product-test.entity.js';
import { PublishingComparisons } from './publishing-comparisons.js';
import { ScoringProducts } from './scoring-products.js';
import { TestersWork } from './testers-work.js';

describe('a product test 产品评测', () => {
  const clock = { at: new Date(), now: () => clock.at };
  const posts = new KnownPosts();
  let room: Room;
  let city: Caller;
  let test: ProductTest;

  beforeAll(async () => {
    const providers = [...productTests.rules, { provide: CLOCK, useValue: clock }, { provide: CurrentPosts, useValue: posts }];
    room = await openRoom('resources', { entities, migrations, providers });
    city = person({ role: 'centreHead', organisation: room.region.city });
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    clock.at = new Date('2026-10-01T08:00:00+08:00');
    test = await plan([await product('一体机甲'), await product('一体机乙')]);
  });

  const product = async (name: string, vendor = room.region.vendor) => {
    const planning = room.get(PlanningTests);
    const { id } = await planning.register({ name, kind: 'hardware', vendor }, callOf(resources.registerProduct, city));
    const version = { productId: id, label: '2026 款', released: '2026-03-01' };
    const registered = await planning.addVersion(version, callOf(resources.addProductVersion, city));
    await expect(planning.addVersion(version, callOf(resources.addProductVersion, city))).rejects.toMatchObject(
      code('product.version_taken'),
    );
    return { product: id, version: registered.versions[0]!.id };
  };
  const plan = (versions: { product: string; version: string }[]) =>
    room.get(PlanningTests).plan(
      {
        ...{ name: '交互式一体机评测', method: '同一教室，同一课件，连续使用两周', least: 2, replyDays: 10, versions },
        criteria: [
          { code: 'display', name: '显示', max: 50 },
          { code: 'touch', name: '触控', max: 50 },
        ],
      },
      callOf(resources.planProductTest, city),
    );
  const expert = (at = room.region.citySchool, role: CurrentPost['role'] = 'expert') => {
    const known = person({ role: 'expert', organisation: at });
    posts.held.set(known.subject, [{ role, organisation: at }]);
    return known;
  };
  const assign = (of: Caller, to = test) =>
    room.get(ScoringProducts).assign({ testId: to.id, expert: of.subject }, callOf(resources.assignProductExpert, city));
  type Scores = InputOf<typeof resources.scoreProducts>['scores'];
  const scoresOf = (...each: [number, number][]): Scores =>
    each.map(([display, touch], index) => ({ version: test.versions[index]!.version, points: { display, touch } }));
  const score = async (by: Caller, scores: Scores, scoringId?: string) =>
    room
      .get(ScoringProducts)
      .score({ scoringId: scoringId ?? (await assign(by)).id, noInterest: true, scores }, callOf(resources.scoreProducts, by));
  const publish = () => room.get(PublishingComparisons).publish({ testId: test.id }, callOf(resources.publishProductTest, city));
  const reply = (of: string, by = person({ role: 'vendor', organisation: room.region.vendor })) =>
    room
      .get(PublishingComparisons)
      .reply({ testId: test.id, product: of, words: '新固件已改进触控' }, callOf(resources.replyToProductTest, by));
  const code = (of: string) => ({ kind: { code: of } });

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('compares versions of vendors that are known', async () => {
    await expect(product('无名', newId())).rejects.toMatchObject(code('product.vendor_unknown'));
    await expect(product('学校不是企业', room.region.school)).rejects.toMatchObject(code('product.vendor_unknown'));
    const unknown = { product: test.versions[0]!.product, version: newId() };
    await expect(plan([unknown])).rejects.toMatchObject({
      ...code('product_test.version_unknown'),
      facts: { versions: [unknown.version] },
    });
  });

  it('is scored by experts who have no part in it', async () => {
    await expect(assign(expert(room.region.citySchool, 'teacher'))).rejects.toMatchObject(code('product_test.expert_unknown'));
    const employed = expert();
    posts.held.set(employed.subject, [...posts.held.get(employed.subject)!, { role: 'vendor', organisation: room.region.vendor }]);
    await expect(assign(employed)).rejects.toMatchObject({ ...code('product_test.conflict'), facts: { because: 'post' } });
    posts.held.set(city.subject, [{ role: 'expert', organisation: room.region.city }]);
    await expect(assign(city)).rejects.toMatchObject({ facts: { because: 'planner' } });

    const honest = expert();
    const { id } = await assign(honest);
    await expect(assign(honest)).rejects.toMatchObject(code('product_test.expert_assigned'));
    const decline = (by: Caller) =>
      room
        .get(ScoringProducts)
        .decline({ scoringId: id, vendors: [room.region.vendor], reason: '亲属任职' }, callOf(resources.declineProductScoring, by));
    await expect(decline(expert())).rejects.toMatchObject(code('product_scoring.not_found'));
    await decline(honest);
    await expect(decline(honest)).rejects.toMatchObject(code('move.not_allowed'));
    const another = await plan([await product('一体机丙')]);
    await expect(assign(honest, another)).rejects.toMatchObject({ facts: { because: 'declared' } });
    expect(JSON.stringify(await room.facts())).not.toContain(honest.subject);
  });

  it('is not scored by who has joined a vendor, or declared an interest in one, since they were assigned', async () => {
    const [joined, torn] = [expert(), expert()];
    const [first, second] = [await assign(joined), await assign(torn)];
    posts.held.set(joined.subject, [...posts.held.get(joined.subject)!, { role: 'vendor', organisation: room.region.vendor }]);
    const because = (reason: string) => ({ ...code('product_test.conflict'), facts: { because: reason } });
    await expect(score(joined, scoresOf([40, 30], [45, 45]), first.id)).rejects.toMatchObject(because('post'));
    const other = await assign(torn, await plan([await product('一体机丁')]));
    const declined = { scoringId: other.id, vendors: [room.region.vendor], reason: '亲属任职' };
    await room.get(ScoringProducts).decline(declined, callOf(resources.declineProductScoring, torn));
    await expect(score(torn, scoresOf([40, 30], [45, 45]), second.id)).rejects.toMatchObject(because('declared'));
  });

  it('waits for its expert, and passes to who takes the post over unless they have a part in it', async () => {
    const [leaving, employed, next] = [expert(), expert(), expert()];
    posts.held.set(employed.subject, [...posts.held.get(employed.subject)!, { role: 'vendor', organisation: room.region.vendor }]);
    const { id } = await assign(leaving);
    const work = room.get(TestersWork);
    const holder = ({ subject, organisation }: Caller) => ({ person: subject, role: 'expert', organisation: organisation! });
    expect(await work.of(holder(leaving))).toMatchObject([{ thing: 'productScoring', id, title: '交互式一体机评测' }]);
    await work.passOver(holder(leaving), employed.subject);
    expect(await work.of(holder(leaving))).toHaveLength(1);
    await work.passOver(holder(leaving), next.subject);
    expect([await work.of(holder(leaving)), (await work.of(holder(next))).length]).toEqual([[], 1]);
    await expect(score(leaving, scoresOf([40, 30], [45, 45]), id)).rejects.toMatchObject(code('product_scoring.not_found'));
    await score(next, scoresOf([40, 30], [45, 45]), id);
    expect(await work.of(holder(next))).toEqual([]);
  });

  it('names every score that does not fit', async () => {
    const [first] = test.versions;
    const scores = [{ version: first!.version, points: { display: 51, sound: 1 } }];
    await expect(score(expert(), scores)).rejects.toMatchObject({
      ...code('product_scoring.unfit'),
      facts: {
        faults: [
          { version: test.versions[1]!.version, criterion: null, rule: 'missing' },
          { version: first!.version, criterion: 'display', rule: 'range', max: 50 },
          { version: first!.version, criterion: 'touch', rule: 'missing' },
          { version: first!.version, criterion: 'sound', rule: 'unknown' },
        ],
      },
    });
  });

  it('is published with means and ranks, and the vendor has its say', async () => {
    const [first, second] = test.versions;
    await score(expert(), scoresOf([40, 30], [45, 45]));
    await expect(publish()).rejects.toMatchObject({ ...code('product_test.too_few'), facts: { least: 2, scored: 1 } });
    await score(expert(), scoresOf([41, 30], [45, 44]));
    const late = expert();
    const { id } = await assign(late);
    await expect(reply(first!.product)).rejects.toMatchObject({ kind: { status: 404 } });
    const published = await publish();
    expect(published).toMatchObject({ status: 'published', experts: 2 });
    expect(published.comparison).toEqual([
      {
        version: second!.version,
        rank: 1,
        points: '89.50',
        criteria: [
          { code: 'display', points: '45.00' },
          { code: 'touch', points: '44.50' },
        ],
      },
      {
        version: first!.version,
        rank: 2,
        points: '70.50',
        criteria: [
          { code: 'display', points: '40.50' },
          { code: 'touch', points: '30.00' },
        ],
      },
    ]);
    await expect(publish()).rejects.toMatchObject(code('product_test.over'));
    await expect(score(late, scoresOf([1, 1], [1, 1]), id)).rejects.toMatchObject(code('product_test.over'));

    await expect(reply(newId())).rejects.toMatchObject(code('product_test.not_yours'));
    expect((await reply(first!.product)).replies).toMatchObject([{ product: first!.product, words: '新固件已改进触控' }]);
    await expect(reply(first!.product)).rejects.toMatchObject(code('product_test.replied'));
    clock.at = new Date('2026-10-11T08:00:01+08:00');
    await expect(reply(second!.product)).rejects.toMatchObject(code('product_test.reply_over'));
    expect(JSON.stringify(await room.facts())).not.toContain('新固件');
  });
});
