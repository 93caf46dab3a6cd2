import { enrolmentPage, recoveryCodesPage, secondFactorPage } from '../../pages/sign-in/second-factor-views.js';
import type { Complaint } from '../../pages/sign-in/form.js';
import { words } from '../../pages/sign-in/words.js';
import type { Accounts } from '../accounts.js';
import { pendingFor, type Passage } from '../passage.js';
import { refusedBy } from '../refusals.js';
import type { Visit } from '../visit.js';
import type { Step } from './step.js';

/** What an authenticator app is to be told, kept within the sign-in so that a page read again shows the same. */
interface Enrolment {
  readonly address: string;
  readonly secret: string;
}

/** A code of the second factor, or setting one up. */
export class SecondFactorSteps {
  readonly steps: readonly Step[] = [
    { verb: 'post', path: '/second-factor', take: (visit) => this.prove(visit) },
    { verb: 'post', path: '/enrolment', take: (visit) => this.confirm(visit) },
    { verb: 'post', path: '/enrolled', take: (visit) => this.enrolled(visit) },
  ];

  constructor(
    private readonly passage: Passage,
    private readonly accounts: Accounts,
    private readonly startAgain: (visit: Visit) => Promise<void>,
  ) {}

  ask(visit: Visit, status = 200, complaints: readonly Complaint[] = []): void {
    this.passage.page(visit, status, secondFactorPage(visit.form, complaints));
  }

  async enrol(visit: Visit, status = 200, complaints: readonly Complaint[] = []): Promise<void> {
    const pending = pendingFor(visit.interaction, 'enrolment')!;
    if (visit.interaction.result?.['enrolled']) return this.enrolled(visit);
    let enrolment = visit.interaction.result?.['enrolment'] as Enrolment | undefined;
    if (!enrolment) {
      enrolment = await this.accounts.beginSecondFactor(pending.person);
      await this.passage.keep(visit, { pending, enrolment });
    }
    this.passage.page(visit, status, enrolmentPage(visit.form, enrolment, complaints));
  }

  private async prove(visit: Visit): Promise<void> {
    const pending = pendingFor(visit.interaction, 'secondFactor');
    const code = visit.fields.get('code')?.trim() ?? '';
    const say = words[visit.language];
    if (!pending) return this.startAgain(visit);
    if (!code) return this.ask(visit, 422, [{ field: 'code', text: say.missingCode }]);
    try {
      await this.accounts.proveSecondFactor(pending.person, code, visit.address);
    } catch (error) {
      const { wait } = refusedBy(error);
      if (wait === undefined) return this.ask(visit, 422, [{ field: 'code', text: say.secondFactorWrong }]);
      visit.response.setHeader('retry-after', String(wait));
      return this.ask(visit, 429, [{ text: say.locked(wait) }]);
    }
    await this.passage.done(visit, pending, 'otp');
  }

  private async confirm(visit: Visit): Promise<void> {
    const pending = pendingFor(visit.interaction, 'enrolment');
    const code = visit.fields.get('code')?.trim() ?? '';
    const say = words[visit.language];
    if (!pending) return this.startAgain(visit);
    if (!code) return this.enrol(visit, 422, [{ field: 'code', text: say.missingCode }]);
    let codes: readonly string[];
    try {
      codes = await this.accounts.confirmSecondFactor(pending.person, code);
    } catch (error) {
      refusedBy(error);
      return this.enrol(visit, 422, [{ field: 'code', text: say.enrolmentWrong }]);
    }
    await this.passage.keep(visit, { pending, enrolled: true });
    this.passage.page(visit, 200, recoveryCodesPage(visit.form, codes));
  }

  /** The recovery codes were shown, this once. */
  private async enrolled(visit: Visit): Promise<void> {
    const pending = pendingFor(visit.interaction, 'enrolment');
    if (!pending || !visit.interaction.result?.['enrolled']) return this.startAgain(visit);
    await this.passage.done(visit, pending, 'otp');
  }
}
