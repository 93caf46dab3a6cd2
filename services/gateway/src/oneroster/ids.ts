import { Unanswered } from './status-info.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id of ours; one that cannot be names nothing. */
export function ownId(id: string | undefined): string {
  if (id === undefined || !uuid.test(id)) throw new Unanswered('unknownobject', 'There is no such thing here');
  return id;
}
