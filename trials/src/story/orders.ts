import { eventually } from './until.js';
import type { Answer, Api, World } from './world.js';

const day = 24 * 3600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();

/** 电教教材征订: a title is vetted by other eyes, a school orders of its pupils’ own will, is delivered short, and everybody reads the totals. */
export async function ordersStep(world: World): Promise<void> {
  const city = await world.as('centreHead', world.city);
  const school = await world.as('schoolAdmin', world.school);
  const made = (answer: Answer, status: number, what: string) => {
    world.check(answer.status === status, what, answer.body);
    return answer.body;
  };

  const about = { kind: 'video', publisher: '某音像出版社', stage: 'primary', subject: 'science', grades: [3] };
  const title = made(
    await city.post('/order-titles', { code: { scheme: 'other', value: `录像 ${world.run}` }, name: '科学实验录像', ...about, fen: 1250 }),
    201,
    'the city enters a title into its catalogue',
  );
  const own = await city.post(`/order-titles/${title.id}/vet`, { decision: 'vet' });
  world.check(own.status === 409 && own.body.code === 'order_title.own', 'nobody vets what they entered', own.body);
  const reviewer = await world.as('resourceReviewer', world.city);
  made(await reviewer.post(`/order-titles/${title.id}/vet`, { decision: 'vet' }), 200, 'somebody else vets it');

  const round = made(
    await city.post('/order-rounds', {
      ...{ name: `秋季征订 ${world.run}`, schoolYear: 2026, term: 'autumn', opens: at(-day), closes: at(day), mostFen: 3000 },
      titles: [{ title: title.id, per: 'pupil', most: 1 }],
    }),
    201,
    'the city announces a round',
  );
  const line = {
    schoolClass: crypto.randomUUID(),
    className: '三（1）班',
    grade: 3,
    title: title.id,
    pupils: 45,
    volunteers: 40,
    copies: 40,
  };
  const tooMany = await school.post(`/order-rounds/${round.id}/orders`, {
    organisation: world.school.id,
    lines: [{ ...line, copies: 45 }],
  });
  const forced = tooMany.status === 422 && tooMany.body.code === 'school_order.broken_rules';
  world.check(forced, 'nobody orders for pupils who did not ask for it', tooMany.body);
  const order = made(
    await school.post(`/order-rounds/${round.id}/orders`, { organisation: world.school.id, lines: [line] }),
    201,
    'the school drafts its order',
  );
  const path = `/school-orders/${order.id}`;
  made(await school.post(`${path}/submit`, { voluntary: true }), 200, 'and submits it');
  const county = await world.as('countyReviewer', world.counties[0]);
  made(await county.post(`${path}/confirm`), 200, 'the county confirms it');
  const more = { reason: '转入一人', lines: [{ ...line, volunteers: 41, copies: 41 }] };
  const adjusted = made(await school.post(`${path}/adjustments`, more), 200, 'a pupil comes: the school supplements its order');
  world.check(adjusted.status === 'submitted' && adjusted.fen === 51_250, 'which is confirmed again, to the fen', adjusted);
  made(await county.post(`${path}/confirm`), 200, 'by the county');
  world.say('a title was vetted by other eyes; a school ordered 41 copies for 41 pupils who want it, 512.50 元');

  const guardian = await world.as('guardian', world.school);
  const complaint = made(
    await guardian.post(`/order-rounds/${round.id}/complaints`, { school: world.school.id, about: 'forced', words: '班里要求都买' }),
    201,
    'a guardian complains',
  );
  const hidden = await school.get('/order-complaints', { query: { round: round.id } });
  world.check(hidden.status === 200 && hidden.body.items.length === 0, 'the school does not read it', hidden.body);
  const answer = { decision: 'dismiss', answer: '经查，四名学生未订' };
  made(await county.post(`/order-complaints/${complaint.id}/answer`, answer), 200, 'the county answers it');
  await deliver(world, { city, county, school }, { round: round.id, order: order.id, title: title.id });
}

async function deliver(
  world: World,
  { city, county, school }: Record<'city' | 'county' | 'school', Api>,
  { round, order, title }: Record<'round' | 'order' | 'title', string>,
): Promise<void> {
  const closed = await city.patch(`/order-rounds/${round}`, { closes: at(500) }, { headers: { 'if-match': '*' } });
  world.check(closed.status === 200, 'the city brings the round to its end', closed.body);
  await eventually(
    () => city.get(`/order-rounds/${round}`),
    ({ body }) => body.state === 'closed',
  );
  const late = await school.post(`/school-orders/${order}/submit`, { voluntary: true });
  world.check(late.status === 409 && late.body.code === 'order_round.not_open', 'nothing is ordered any more', late.body);
  const sent = await county.post(`/school-orders/${order}/deliveries`, {
    number: 'PS-1',
    day: at(0).slice(0, 10),
    lines: [{ title, copies: 41 }],
  });
  world.check(sent.status === 201, 'what was ordered is sent', sent.body);
  const counted = { lines: [{ title, received: 39, damaged: 1 }] };
  const received = await school.post(`/order-deliveries/${sent.body.id}/receive`, counted);
  world.check(received.status === 200 && received.body.short === 2, 'one is broken and one is missing', received.body);
  const stock = await school.get('/holdings', { query: { orderTitle: title } });
  world.check(stock.body.items[0]?.copies === 39, 'what arrived whole is in the school’s stock by itself', stock.body);
  const published = await city.post(`/order-rounds/${round}/publications`, { note: '征订结束' });
  world.check(published.status === 201, 'the city publishes what it came to', published.body);
  const { totals } = (await world.anyone.get(`/order-publications/${published.body.id}`)).body;
  const isRight = totals.copies === 41 && totals.fen === 51_250 && totals.short === 2 && totals.complaints.answered === 1;
  world.check(isRight, 'anybody reads it', totals);
  const admin = await world.as('systemAdmin', world.city);
  const kept = await admin.delete(`/order-rounds/${round}`);
  world.check(kept.status === 409 && kept.body.code === 'order_round.kept', 'nobody erases it for three years', kept.body);
  world.say('41 sent, 39 whole: the shortage stands in the totals that anybody reads; nothing can be erased for three years');
}
