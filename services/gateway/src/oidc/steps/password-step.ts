import type { Complaint } from '../../pages/sign-in/form.js';
import { changePasswordPage } from '../../pages/sign-in/views.js';
import { words } from '../../pages/sign-in/words.js';
import type { Accounts } from '../accounts.js';
import { pendingFor, type Passage, type Pending } from '../passage.js';
import { refusedBy } from '../refusals.js';
import type { Visit } from '../visit.js';
import type { Step } from './step.js';

/** A password of one’s own: after a one-time one, after a quarter where the rules say so, or by a proven phone. */
export class PasswordStep {
  readonly steps: readonly Step[] = [{ verb: 'post', path: '/password', take: (visit) => this.change(visit) }];

  constructor(
    private readonly passage: Passage,
    private readonly accounts: Accounts,
    private readonly startAgain: (visit: Visit) => Promise<void>,
  ) {}

  ask(visit: Visit, status = 200, complaints: readonly Complaint[] = []): void {
    const byPhone = pendingFor(visit.interaction, 'password')?.challenge !== undefined;
    this.passage.page(visit, status, changePasswordPage(visit.form, byPhone, complaints));
  }

  private async change(visit: Visit): Promise<void> {
    const pending = pendingFor(visit.interaction, 'password');
    if (!pending) return this.startAgain(visit);
    const say = words[visit.language];
    const [current, next] = [visit.fields.get('current') ?? '', visit.fields.get('next') ?? ''];
    const again = (field: string, text: string) => this.ask(visit, 422, [{ field, text }]);
    if (!current && pending.challenge === undefined) return again('current', say.missingPassword);
    if (!next) return again('next', say.missingPassword);
    if (next !== visit.fields.get('repeat')) return again('repeat', say.repeatWrong);
    try {
      await this.set(pending, current, next, visit.address);
    } catch (error) {
      const { code, wait, reason, atLeast } = refusedBy(error);
      if (wait !== undefined) {
        visit.response.setHeader('retry-after', String(wait));
        return this.ask(visit, 429, [{ text: say.locked(wait) }]);
      }
      if (code === 'password.weak') return again('next', say.weak[reason as keyof typeof say.weak](atLeast ?? 0));
      if (code === 'text_code.refused') return this.startAgain(visit);
      return again('current', say.currentWrong);
    }
    await this.passage.done(visit, pending);
  }

  private set({ person, challenge }: Pending, current: string, next: string, address: string): Promise<void> {
    if (challenge !== undefined) return this.accounts.setPasswordByPhone({ challenge, person, next });
    return this.accounts.changePassword(person, current, next, address);
  }
}
