import type { Interaction } from 'oidc-provider';
import { classCodePage, picturesPage, pinPage } from '../../pages/sign-in/class-views.js';
import { classWords } from '../../pages/sign-in/class-words.js';
import type { Complaint } from '../../pages/sign-in/form.js';
import type { Accounts } from '../accounts.js';
import type { Passage } from '../passage.js';
import { refusedBy } from '../refusals.js';
import type { Step } from '../steps/step.js';
import type { Visit } from '../visit.js';
import type { ClassBrowsers } from './class-browser.js';
import { ClassLimits, type ClassAttempt } from './class-limits.js';
import type { Way } from './way.js';

/** A class found by its code, and the picture chosen in it. */
interface InClass {
  readonly code: string;
  readonly pictures: readonly string[];
  readonly picture?: string;
}

/** Class code, picture and PIN 班级码: for grades 1 to 3, who have no username to remember. */
export class ClassCodeWay implements Way {
  readonly name = 'classCode';
  readonly steps: readonly Step[] = [
    { verb: 'get', path: '/class', take: (visit) => this.begin(visit) },
    { verb: 'post', path: '/class', take: (visit) => this.find(visit) },
    { verb: 'get', path: '/pictures', take: (visit) => this.choose(visit) },
    { verb: 'post', path: '/picture', take: (visit) => this.chosen(visit) },
    { verb: 'get', path: '/pin', take: (visit) => this.ask(visit) },
    { verb: 'post', path: '/pin', take: (visit) => this.prove(visit) },
  ];
  private readonly limits = new ClassLimits();

  constructor(
    private readonly passage: Passage,
    private readonly accounts: Accounts,
    private readonly browsers: ClassBrowsers,
  ) {}

  private async begin(visit: Visit, status = 200, complaints: readonly Complaint[] = []): Promise<void> {
    const before = visit.query.has('again') ? '' : (this.browsers.in(visit.request)?.code ?? '');
    this.passage.page(visit, status, classCodePage(visit.form, visit.fields.get('code') ?? before, complaints));
  }

  private async find(visit: Visit): Promise<void> {
    const say = classWords[visit.language];
    const code = tidy(visit.fields.get('code') ?? '');
    if (!code) return this.begin(visit, 422, [{ field: 'code', text: say.classCodeMissing }]);
    const wait = await this.limits.codeWait(visit.address);
    if (wait > 0) return this.wait(visit, wait, () => this.begin(visit, 429, [{ text: say.tooOften(wait) }]));
    try {
      const { pictures } = await this.accounts.picturesOfClass(code);
      await this.passage.keep(visit, { inClass: { code, pictures } satisfies InClass });
      this.passage.goTo(visit, `${visit.form.address}/pictures`);
    } catch (error) {
      refusedBy(error);
      await this.limits.codeFailed(visit.address);
      await this.begin(visit, 422, [{ field: 'code', text: say.classCodeWrong }]);
    }
  }

  private async choose(visit: Visit): Promise<void> {
    const found = inClass(visit.interaction);
    if (!found) return this.begin(visit);
    this.passage.page(visit, 200, picturesPage(visit.form, found.pictures));
  }

  private async chosen(visit: Visit): Promise<void> {
    const found = inClass(visit.interaction);
    const picture = visit.fields.get('picture') ?? '';
    if (!found?.pictures.includes(picture)) return this.choose(visit);
    await this.passage.keep(visit, { inClass: { ...found, picture } satisfies InClass });
    this.passage.goTo(visit, `${visit.form.address}/pin`);
  }

  private async ask(visit: Visit, status = 200, complaints: readonly Complaint[] = []): Promise<void> {
    const picture = inClass(visit.interaction)?.picture;
    if (picture === undefined) return this.choose(visit);
    this.passage.page(visit, status, pinPage(visit.form, picture, complaints));
  }

  private async prove(visit: Visit): Promise<void> {
    const { code, picture } = inClass(visit.interaction) ?? {};
    const say = classWords[visit.language];
    const pin = visit.fields.get('pin')?.trim() ?? '';
    if (code === undefined || picture === undefined) return this.begin(visit);
    if (!pin) return this.ask(visit, 422, [{ field: 'pin', text: say.pinMissing }]);
    const known = this.browsers.in(visit.request);
    const attempt: ClassAttempt = { code, address: visit.address, browser: known?.code === code ? known.browser : undefined };
    const tooOften = (wait: number) => this.wait(visit, wait, () => this.ask(visit, 429, [{ text: say.tooOften(wait) }]));
    const early = await this.limits.pinWait(attempt);
    if (early > 0) return tooOften(early);
    try {
      const { person } = await this.accounts.signInByPicture({ code, picture, pin, address: visit.address });
      if (attempt.browser === undefined) visit.response.appendHeader('set-cookie', this.browsers.cookieFor(code));
      await this.passage.proven(visit, { person, method: 'pin', secondFactor: 'none', mustChangePassword: false });
    } catch (error) {
      const { wait } = refusedBy(error);
      if (wait !== undefined) return tooOften(wait);
      await this.limits.pinFailed(attempt);
      await this.ask(visit, 422, [{ field: 'pin', text: say.pinWrong }]);
    }
  }

  private async wait(visit: Visit, seconds: number, page: () => Promise<void>): Promise<void> {
    visit.response.setHeader('retry-after', String(seconds));
    await page();
  }
}

const inClass = ({ result }: Interaction): InClass | undefined => result?.['inClass'] as InClass | undefined;

/** As it is kept in the cookie: six signs, however they were typed. */
const tidy = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 12);
