import type { Interaction, InteractionResults, Provider } from 'oidc-provider';
import { other, sendPage, type Page } from '../pages/sign-in/layout.js';
import type { Accounts } from './accounts.js';
import { refusedBy } from './refusals.js';
import { arrivedIn, type Arrived, type UpstreamTrouble } from './upstream/arrived.js';
import type { Visit } from './visit.js';

/**
 * How somebody proved who they are, as RFC 8176 names it: a password, a text message, a one-time code, a PIN, a teacher's screen
 * beside; and `fed`, which it lacks: the word of a platform above.
 */
type Method = 'pwd' | 'sms' | 'otp' | 'pin' | 'mca' | 'fed';

/** What is still to be done before somebody is in. */
type Task = 'secondFactor' | 'password' | 'enrolment';

/** A person between the first proof and the app: who, by what, and what is left to do. */
export interface Pending {
  readonly person: string;
  readonly methods: readonly Method[];
  readonly tasks: readonly Task[];
  /** The proven phone, when the password is set by it. */
  readonly challenge?: string;
}

/** What a way of signing in found out. */
interface Proof {
  readonly person: string;
  readonly method: Method;
  readonly secondFactor: 'none' | 'held' | 'required';
  readonly mustChangePassword: boolean;
  readonly challenge?: string;
}

/** Authentication context classes: what an app may ask for (`acr_values`) and reads in the ID token. */
export const acr = { one: 'urn:lianxue:acr:one-factor', two: 'urn:lianxue:acr:two-factors' } as const;

/** Steps that have an address of their own to read. */
const readAgain = new Set(['/phone', '/code']);

/** How a step ends: with a page, with the next step, or on the way back to the app. */
export class Passage {
  constructor(
    private readonly provider: Provider,
    private readonly accounts: Accounts,
  ) {}

  /** The first factor is proven: on to what this person has to do still, or into the app. */
  proven(visit: Visit, { person, method, secondFactor, mustChangePassword, challenge }: Proof): Promise<void> {
    const wanted = secondFactor === 'required' || (secondFactor === 'none' && asksTwoFactors(visit.interaction));
    const tasks: Task[] = [
      ...(secondFactor === 'held' ? (['secondFactor'] as const) : []),
      ...(mustChangePassword ? (['password'] as const) : []),
      ...(wanted ? (['enrolment'] as const) : []),
    ];
    return this.goOn(visit, { person, methods: [method], tasks, ...(challenge !== undefined && { challenge }) });
  }

  /** The first task is done, by this method where it was a proof. */
  done(visit: Visit, { tasks, methods, ...rest }: Pending, method?: Method): Promise<void> {
    return this.goOn(visit, { ...rest, tasks: tasks.slice(1), methods: method ? [...methods, method] : methods });
  }

  async finish(visit: Visit, result: InteractionResults): Promise<void> {
    this.goTo(visit, await this.provider.interactionResult(visit.request, visit.response, result));
  }

  /** Remembers something within this sign-in, in place of what was remembered; who arrived from a platform above stays so until said otherwise. */
  async keep(visit: Visit, kept: Record<string, unknown>): Promise<void> {
    const arrived = arrivedIn(visit.interaction);
    const all = { ...(arrived && { arrived }), ...kept };
    await this.provider.interactionResult(visit.request, visit.response, all, { mergeWithLastSubmission: false });
  }

  goTo({ response }: Visit, address: string): void {
    response.writeHead(303, { location: address, 'cache-control': 'no-store', 'content-length': '0' }).end();
  }

  tooSoon(visit: Visit, wait: number, page: Page): void {
    visit.response.setHeader('retry-after', String(wait));
    this.page(visit, 429, page);
  }

  /** Its other language is offered where the page may be read again. */
  page({ response, form, language, query, path, brand }: Visit, status: number, page: Page): void {
    const again = new URLSearchParams({ ...Object.fromEntries(query), language: other(language) });
    const address = readAgain.has(path) ? `${form.address}${path}` : form.address;
    sendPage(response, status, { otherLanguage: `${address}?${again.toString()}`, brand, ...page });
  }

  private async goOn(visit: Visit, pending: Pending): Promise<void> {
    const arrived = arrivedIn(visit.interaction);
    if (pending.tasks.length === 0) return arrived ? this.link(visit, pending, arrived) : this.finish(visit, login(pending));
    await this.keep(visit, { pending });
    this.goTo(visit, visit.form.address);
  }

  /** Both sides are proven, so that they are one person from now on; or, where that cannot be, it is said why. */
  private async link(visit: Visit, pending: Pending, { provider, subject, name }: Arrived): Promise<void> {
    try {
      await this.accounts.linkSignIn({ provider, subject, person: pending.person });
    } catch (error) {
      const { code, reason } = refusedBy(error);
      const kind = code === 'sign_in_link.refused' ? (reason as UpstreamTrouble['kind']) : 'gone';
      await this.keep(visit, { arrived: undefined, trouble: { kind, name } satisfies UpstreamTrouble });
      return this.goTo(visit, visit.form.address);
    }
    await this.finish(visit, login({ ...pending, methods: [...pending.methods, 'fed'] }));
  }
}

export const pendingOf = ({ result }: Interaction): Pending | undefined => result?.['pending'] as Pending | undefined;

/** The person whose next task this is. */
export function pendingFor(interaction: Interaction, task: Task): Pending | undefined {
  const pending = pendingOf(interaction);
  return pending?.tasks[0] === task ? pending : undefined;
}

export const asksTwoFactors = ({ params }: { params: Record<string, unknown> }): boolean =>
  typeof params['acr_values'] === 'string' && params['acr_values'].split(' ').includes(acr.two);

/** A browser session, gone when the browser closes: many sign in on shared computers. */
function login({ person, methods }: Pending): InteractionResults {
  const two = methods.includes('otp');
  return { login: { accountId: person, remember: false, amr: [...methods, ...(two ? ['mfa'] : [])], acr: two ? acr.two : acr.one } };
}
