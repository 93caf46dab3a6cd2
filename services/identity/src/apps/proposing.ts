import type { Call } from '@lianxue/contracts';
import type { App, Papers, Proposal } from './app.entity.js';

const lists = ['grants', 'redirectUris', 'postLogoutRedirectUris'] as const;

/** What is asked to change of an app, of the fields that were looked at before it was listed. */
export interface Wanted {
  readonly name?: string | undefined;
  readonly grants?: App['grants'] | undefined;
  readonly redirectUris?: readonly string[] | undefined;
  readonly postLogoutRedirectUris?: readonly string[] | undefined;
  readonly backchannelLogoutUri?: string | null | undefined;
  readonly papers?: { readonly [K in keyof Papers]?: Papers[K] | undefined } | undefined;
}

/** Whether a change by this caller has to be looked at again: what schools chose is not made into something else behind their backs. */
export const isReviewed = ({ state }: App, { caller }: Call): boolean =>
  caller.role === 'vendor' && (state === 'listed' || state === 'suspended');

/** Of what is wanted that which takes a review: all that is new. To take an address away it needs nobody. */
export function proposalOf(app: App, wanted: Wanted): Proposal | null {
  const proposal: Record<string, unknown> = {};
  if (wanted.name !== undefined && wanted.name !== app.name) proposal['name'] = wanted.name;
  for (const list of lists) {
    const before: readonly string[] = app[list];
    if (wanted[list]?.some((entry) => !before.includes(entry))) proposal[list] = wanted[list];
  }
  const { backchannelLogoutUri: hears } = wanted;
  if (hears !== undefined && hears !== null && hears !== app.backchannelLogoutUri) proposal['backchannelLogoutUri'] = hears;
  const papers = Object.entries(wanted.papers ?? {}).filter(
    ([field, said]) => said !== undefined && JSON.stringify(said) !== JSON.stringify(app.papers[field as keyof Papers]),
  );
  if (papers.length > 0) proposal['papers'] = Object.fromEntries(papers);
  return Object.keys(proposal).length > 0 ? proposal : null;
}

/** What two proposals ask for together; the later one holds. */
export const together = (before: Proposal | null, { papers, ...later }: Proposal): Proposal => ({
  ...before,
  ...later,
  ...((papers ?? before?.papers) && { papers: { ...before?.papers, ...papers } }),
});

/** Makes an app what was proposed. */
export function carryOut(app: App, { papers = {}, ...others }: Proposal): App {
  return Object.assign(app, others, { papers: { ...app.papers, ...papers } });
}
