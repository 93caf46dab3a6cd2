import { CLOCK, dayInBeijing, type Clock, type identity, type InputOf, type Paper } from '@lianxue/contracts';
import { FILES, type Files } from '@lianxue/files';
import { formats, Press } from '@lianxue/papers';
import { newId, sql, Store, type RunningJob } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

/** A file full of passwords lies no longer than somebody needs to fetch it. */
const keptMs = 3600_000;

/** Slips of one file: a class fits, and a file is made well before anybody loses patience with it. */
const slipsOfFile = 100;

interface Slip {
  readonly account: string;
  readonly name: string;
  readonly username: string;
  readonly until: Date;
  readonly class: string | null;
}

type Order = InputOf<typeof identity.openAccounts>;

/** Slips with one-time passwords, to be printed and cut apart: a file for each class. */
@Injectable()
export class Slips {
  private readonly press = new Press();

  constructor(
    private readonly store: Store,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async make(job: RunningJob, { format }: Order, passwordOf: (account: string) => string): Promise<{ id: string; name: string }[]> {
    const { subject, client } = job.call().caller;
    const [school] = await this.store.read<{ name: string }>(sql`select name from organisation_record where id = ${job.organisation}`);
    const made: { id: string; name: string }[] = [];
    for (const slips of filesOf(await this.given(job))) {
      const [title, day] = [slips[0]!.class ?? '账号单', dayInBeijing(this.clock.now())];
      const paper = paperOf(school!.name, title, slips, passwordOf, format);
      const bytes = await this.press.print({ paper, format, made: this.clock.now().getTime() });
      const file = { id: newId(), name: `${title}-账号单-${day}${nth(made, title)}.${formats[format].extension}` };
      const until = new Date(this.clock.now().getTime() + keptMs);
      await this.files.keep([bytes], { ...file, kind: 'accounts.slips', owner: { subject, client }, until });
      made.push(file);
    }
    return made;
  }

  /** Those whose password is still the one this job gave them, class by class. */
  private given({ id, organisation }: RunningJob): Promise<Slip[]> {
    return this.store.scan<Slip>(
      sql`select a.id as account, p.name, a.username, a.one_time_until as until, c.title as class
          from account a join person p on p.id = a.person
            left join lateral (select c.title from enrolment e join school_class c on c.id = e.class
              where e.person = a.person and not e.ended and e.role = 'pupil' and c.kind = 'homeroom' and not c.ended and c.organisation = ${organisation}
              order by e.id limit 1) c on true
          where a.opening = ${id} and a.must_change_password order by c.title nulls last, p.name, a.id`,
    );
  }
}

const nth = (made: readonly { readonly name: string }[], title: string): string => {
  const before = made.filter(({ name }) => name.startsWith(`${title}-`)).length;
  return before === 0 ? '' : `-${before + 1}`;
};

function filesOf(slips: readonly Slip[]): Slip[][] {
  const files: Slip[][] = [];
  for (const slip of slips) {
    const last = files.at(-1);
    if (last && last[0]!.class === slip.class && last.length < slipsOfFile) last.push(slip);
    else files.push([slip]);
  }
  return files;
}

/** In a sheet a row for each person, on paper a slip that says on its own what its owner has to know. */
function paperOf(
  school: string,
  title: string,
  slips: readonly Slip[],
  passwordOf: (account: string) => string,
  format: Order['format'],
): Paper {
  const rows = slips.map(({ name, username, account, until }) => [name, username, passwordOf(account), dayInBeijing(until)] as const);
  const columns = ['姓名', '用户名', '一次性密码', '有效期至'].map((heading) => ({ heading, numeric: false }));
  return {
    mark: null,
    number: null,
    title: `${school}${title}账号单`,
    addressees: [],
    parts: [
      { kind: 'note', text: '沿虚线剪开，当面交给本人；首次登录须改密。本文件一小时后删除，密码不再显示。' },
      ...(format === 'xlsx'
        ? [{ kind: 'table' as const, columns, rows: rows.map((row) => [...row]) }]
        : rows.flatMap(([name, username, password, until]) => [
            {
              kind: 'fields' as const,
              items: [
                { label: '姓名', value: name },
                { label: '用户名', value: username },
                { label: '一次性密码', value: password },
                { label: '有效期至', value: until },
              ],
            },
            { kind: 'note' as const, text: '┄'.repeat(40) },
          ])),
    ],
    attachments: [],
    issuer: null,
    day: null,
    sealed: false,
    signatures: [],
  };
}
