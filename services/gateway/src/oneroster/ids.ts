import { isUuid } from '@lianxue/contracts';
import { Unanswered } from './status-info.js';

/** An id of ours; one that cannot be names nothing. */
export function ownId(id: string | undefined): string {
  if (id === undefined || !isUuid(id)) throw new Unanswered('unknownobject', 'There is no such thing here');
  return id;
}
