import type { Answer, World } from './world.js';

const dayMs = 24 * 3600_000;
const today = (days = 0) => new Date(Date.now() + 8 * 3600_000 + days * dayMs).toISOString().slice(0, 10);

/** 音像教材与图书共享: a class uses copies and loses one, a neighbour borrows, and no copy is in two hands at once. */
export async function holdingsStep(world: World): Promise<void> {
  const [school, sibling, far] = [
    await world.as('schoolAdmin', world.school),
    await world.as('schoolAdmin', world.sibling),
    await world.as('schoolAdmin', world.farSchool),
  ];
  const teacher = await world.as('teacher', world.school);
  const made = (answer: Answer, status: number, what: string) => {
    world.check(answer.status === status, what, answer.body);
    return answer.body;
  };

  const book = { kind: 'book', name: `昆虫记 ${world.run}`, medium: 'printed', publisher: '某出版社', copies: 3 };
  const { id } = made(await school.post('/holdings', { organisation: world.school.id, ...book }), 201, 'the school enters a title');
  const path = `/holdings/${id}`;
  const lesson = { copies: 3, className: '三（1）班', lesson: '第 3 课', day: today(), due: today(7) };
  const use = made(await teacher.post(`${path}/uses`, lesson), 201, 'a teacher takes all copies out for a lesson');
  const written = await school.post(`${path}/write-offs`, { copies: 1, because: 'worn' });
  world.check(written.status === 409 && written.body.code === 'holding.too_few', 'what is out cannot be written off', written.body);
  made(await teacher.post(`/holding-uses/${use.id}/return`, { returned: 2, lost: 1, note: '一册遗失' }), 200, 'two come back, one is lost');

  const terms = { within: world.counties[0].id, copies: 1, most: 1, days: 30 };
  made(await school.post(`${path}/share`, terms), 200, 'the school shares one copy within its county');
  const hidden = await far.get(path);
  world.check(hidden.status === 404, 'a school of another county does not meet it', hidden.body);
  const found = await sibling.get('/holdings', { query: { q: book.name, shared: 'true' } });
  world.check(found.body.items[0]?.available === 2, 'its neighbour finds it', found.body);
  const loan = made(await sibling.post(`${path}/loans`, { copies: 1, note: '读书节' }), 201, 'and asks for a loan');
  const central = await world.as('schoolAdmin', world.centralSchool);
  const other = made(await central.post(`${path}/loans`, { copies: 1 }), 201, 'so does a third school');
  const agreed = await Promise.all([loan, other].map((each) => school.post(`/loans/${each.id}/agree`)));
  const codes = agreed.map(({ status, body }) => (status === 200 ? 'agreed' : body.code)).sort();
  world.check(codes.join() === 'agreed,loan.share_used', 'agreed to both at once, it is kept for one', codes);
  const kept = agreed.find(({ status }) => status === 200)!.body;
  const lent = made(await school.post(`/loans/${kept.id}/lend`), 200, 'it is handed over');
  world.check(lent.due === today(30), 'and due in thirty days', lent);
  const own = await (kept.id === loan.id ? sibling : central).get('/loans', { query: { status: 'lent', holding: id } });
  world.check(own.body.items[0]?.id === kept.id, 'the borrower has it on its list', own.body);
  made(await school.post(`/loans/${kept.id}/return`, { returned: 1 }), 200, 'it comes back');

  const county = await world.as('centreHead', world.counties[0]);
  const totals = (await county.get('/holding-totals', { query: { from: today(-1), until: today(), kind: 'book' } })).body;
  world.check(totals.lost >= 1 && totals.lent >= 1 && totals.uses >= 1, 'the county sees what was used, lent and lost', totals);
  const { items } = (await school.get(`${path}/entries`)).body;
  const last = items.at(-1);
  world.check(items.length === 6 && last.copiesAfter === 2 && last.outAfter === 0, 'and the ledger has every step', items);
  world.say('3 copies entered, one lost in class, one lent to a neighbour and back: 2 are there, as six lines of the ledger say');
}
