import { CallNotRunning, CallNotYetOpen, CallOver, inBeijing, refuse, type CallSettings, type CallState } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';

/** What the steps of a task or a work need to know of its call. */
export interface CallTerms {
  readonly id: string;
  /** The authority that called. */
  readonly organisation: string;
  readonly status: CallState;
  readonly settings: CallSettings;
}

/** The call of a row the caller has been found to meet; read without a lock, since a thousand works share it. */
export async function termsOf(row: { readonly call: string }, work: Work): Promise<CallTerms> {
  const [terms] = await work.query<CallTerms>('select id, organisation, status, settings from call_for_works where id = $1', [row.call]);
  return terms!;
}

/** The same, refused unless the call runs. */
export async function runningTermsOf(row: { readonly call: string }, work: Work): Promise<CallTerms> {
  const terms = await termsOf(row, work);
  holdRunning(terms);
  return terms;
}

export function holdRunning({ status }: CallTerms): void {
  if (status !== 'open') throw refuse(CallNotRunning);
}

/** Refuses unless works may be handed in now. */
export function holdInTime(terms: CallTerms, now: Date): void {
  holdRunning(terms);
  const [opens, closes] = [new Date(terms.settings.opens), new Date(terms.settings.closes)];
  if (now < opens) throw refuse(CallNotYetOpen, { opens: inBeijing(opens) });
  if (now > closes) throw refuse(CallOver, { closed: inBeijing(closes) });
}
