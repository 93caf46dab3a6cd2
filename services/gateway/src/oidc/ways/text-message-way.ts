import type { Interaction } from 'oidc-provider';
import { choosePersonPage, phonePage, textCodePage } from '../../pages/sign-in/text-message-views.js';
import type { Complaint } from '../../pages/sign-in/form.js';
import { words } from '../../pages/sign-in/words.js';
import type { Accounts, PersonByPhone } from '../accounts.js';
import type { Passage } from '../passage.js';
import { refusedBy } from '../refusals.js';
import type { Step } from '../steps/step.js';
import type { Visit } from '../visit.js';
import type { Way } from './way.js';

type Purpose = 'signIn' | 'password';

/** A code on its way to a phone, or, with `people`, one that came back right. */
interface Texted {
  readonly challenge: string;
  readonly purpose: Purpose;
  /** As the person typed it: they see where the code went. */
  readonly phone: string;
  readonly people?: readonly PersonByPhone[];
}

/** A code sent to one’s phone 短信验证码: for parents and village teachers, and for who forgot a password. */
export class TextMessageWay implements Way {
  readonly name = 'textMessage';
  readonly steps: readonly Step[] = [
    { verb: 'get', path: '/phone', take: (visit) => this.begin(visit) },
    { verb: 'post', path: '/phone', take: (visit) => this.send(visit) },
    { verb: 'get', path: '/code', take: (visit) => this.continue(visit) },
    { verb: 'post', path: '/code', take: (visit) => this.prove(visit) },
    { verb: 'post', path: '/person', take: (visit) => this.choose(visit) },
  ];

  constructor(
    private readonly passage: Passage,
    private readonly accounts: Accounts,
  ) {}

  private async begin(visit: Visit, status = 200, complaints: readonly Complaint[] = []): Promise<void> {
    this.passage.page(visit, status, phonePage(visit.form, purposeOf(visit), visit.fields.get('phone') ?? '', complaints));
  }

  private async send(visit: Visit): Promise<void> {
    const phone = visit.fields.get('phone')?.trim() ?? '';
    const purpose = purposeOf(visit);
    const say = words[visit.language];
    if (!phone) return this.begin(visit, 422, [{ field: 'phone', text: say.missingPhone }]);
    try {
      const { challenge } = await this.accounts.sendTextCode({ phone, purpose, address: visit.address });
      await this.passage.keep(visit, { texted: { challenge, purpose, phone } satisfies Texted });
      this.passage.goTo(visit, `${visit.form.address}/code`);
    } catch (error) {
      const { wait } = refusedBy(error);
      if (wait === undefined) return this.begin(visit, 422, [{ field: 'phone', text: say.phoneWrong }]);
      visit.response.setHeader('retry-after', String(wait));
      await this.begin(visit, 429, [{ text: say.textTooOften(wait) }]);
    }
  }

  private async continue(visit: Visit, status = 200, complaints: readonly Complaint[] = []): Promise<void> {
    const texted = textedIn(visit.interaction);
    if (!texted) return this.begin(visit);
    if (texted.people) return this.passage.page(visit, status, choosePersonPage(visit.form, texted.people, complaints));
    this.passage.page(visit, status, textCodePage(visit.form, texted.phone, texted.purpose, complaints));
  }

  private async prove(visit: Visit): Promise<void> {
    const texted = textedIn(visit.interaction);
    const code = visit.fields.get('code')?.trim() ?? '';
    const say = words[visit.language];
    if (!texted || texted.people) return this.continue(visit);
    if (!code) return this.continue(visit, 422, [{ field: 'code', text: say.missingCode }]);
    let people: readonly PersonByPhone[];
    try {
      people = await this.accounts.proveTextCode(texted.challenge, code);
    } catch (error) {
      refusedBy(error);
      return this.continue(visit, 422, [{ field: 'code', text: say.codeWrong }]);
    }
    if (people.length === 1) return this.enter(visit, texted, people[0]!.person);
    await this.passage.keep(visit, { texted: { ...texted, people } satisfies Texted });
    this.passage.goTo(visit, `${visit.form.address}/code`);
  }

  private async choose(visit: Visit): Promise<void> {
    const texted = textedIn(visit.interaction);
    const person = visit.fields.get('person');
    if (!texted?.people?.some((each) => each.person === person))
      return this.continue(visit, 422, [{ field: 'person-0', text: words[visit.language].choosePersonTrouble }]);
    await this.enter(visit, texted, person!);
  }

  private async enter(visit: Visit, { challenge, purpose }: Texted, person: string): Promise<void> {
    try {
      const { secondFactor } = await this.accounts.signInByPhone({ challenge, person, purpose });
      const setting = purpose === 'password';
      await this.passage.proven(visit, {
        person,
        method: 'sms',
        secondFactor,
        mustChangePassword: setting,
        ...(setting && { challenge }),
      });
    } catch (error) {
      refusedBy(error);
      await this.begin(visit, 422, [{ text: words[visit.language].codeWrong }]);
    }
  }
}

const textedIn = ({ result }: Interaction): Texted | undefined => result?.['texted'] as Texted | undefined;

const purposeOf = ({ fields, query }: Visit): Purpose =>
  (fields.get('purpose') ?? query.get('purpose')) === 'password' ? 'password' : 'signIn';
