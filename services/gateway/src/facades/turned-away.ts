/** A request that is not passed on, before any standard has words for it. */
export class TurnedAway extends Error {
  constructor(
    readonly why: 'unauthorised' | 'forbidden' | 'busy' | 'fault',
    message: string,
    readonly more: { readonly status?: number; readonly retryAfter?: number; readonly code?: string } = {},
  ) {
    super(message);
  }
}
