import { eventually } from './until.js';
import type { Api, World } from './world.js';

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly due: { readonly school: string };
}

interface TermListed {
  readonly kind: string;
  readonly since: string;
  readonly until: string;
  readonly title: string;
}

/** A program moves the clock of its sandbox: a quarter comes to its end and is over, a school year begins; the platform's clock stands where it stood. */
export async function throughTheYear(world: World, program: Api, county: string): Promise<void> {
  const acting = { headers: { 'acting-organisation': county } };
  const periods = async () => ((await program.get('/periods', acting)).body.items ?? []) as Listed[];
  const states = async () => (await periods()).map(({ state }) => state).sort();
  const set = async (clock: { preset: string } | { at: string }) => (await program.put('/sandbox/clock', clock)).body.now as string;
  const year = async (now: string) =>
    ((await program.get('/terms', { ...acting, query: { limit: 200 } })).body.items as TermListed[]).find(
      ({ kind, since, until: last }) => kind === 'schoolYear' && since <= now.slice(0, 10) && now.slice(0, 10) <= last,
    )?.title;
  const told = await eventually(
    () => program.get('/periods', acting),
    ({ body }) => body.items?.length === 2,
  );
  world.check(told.body.items?.length === 2, 'its county collects something this quarter and the next', told.body);
  const [first] = (told.body.items as Listed[]).sort((one, other) => one.due.school.localeCompare(other.due.school));
  world.check(String(await states()) === 'filling,upcoming', 'this quarter is filled in, the next is to come', await states());
  const end = await set({ preset: 'quarterEnd' });
  const left = Date.parse(first!.due.school) - Date.parse(end);
  world.check(left > 0 && left < 3600_000, 'in the last hour of the quarter it is still open', { left, states: await states() });
  await set({ at: new Date(Date.parse(first!.due.school) + 60_000).toISOString() });
  const over = (await program.get(`/periods/${first!.id}`, acting)).body as Listed;
  world.check(over.state !== 'filling' && (await states()).includes('filling'), 'then it is closed and the next one is open', over);
  const now = await set({ preset: 'now' });
  const [before, next] = [await year(now), await year(await set({ preset: 'firstOfSeptember' }))];
  world.check(next !== undefined && next !== before, 'on 1 September another school year has begun', { before, next });
  world.check(!(await states()).includes('upcoming'), 'and nothing of this year is still to come', await states());
  await set({ preset: 'now' });
  world.check(String(await states()) === 'filling,upcoming', 'and the clock goes back', await states());
  world.say(`沙箱时钟：季末前 ${Math.round(left / 60_000)} 分钟仍可填报，过后即截止、下季开始；9 月 1 日进入 ${next}`);
}
