import {
  InputInvalid,
  OrganisationRequired,
  refuse,
  VersionChanged,
  VersionRequired,
  type AnyOperation,
  type Call,
  type Caller,
  isUuid,
} from '@lianxue/contracts';
import type { CallHead } from '../calls/heads.js';
import { fault } from './faults.js';

type Language = 'zh' | 'en';

const invalidHeader = (name: string, language: Language, code = 'header.malformed') =>
  refuse(InputInvalid, { errors: [fault(`/${name}`, code, language)] });

/** The version in an If-Match field. A guarded operation needs one; a tag that is no version of ours cannot match. */
export function versionSeen({ guarded }: AnyOperation, ifMatch: string | undefined, language: Language): Call['ifMatch'] {
  if (ifMatch === undefined) {
    if (guarded) throw refuse(VersionRequired);
    return undefined;
  }
  if (ifMatch.trim() === '*') return '*';
  const tag = /^(W\/)?"([\x21\x23-\x7e]*)"$/.exec(ifMatch.trim());
  if (!tag) throw invalidHeader('If-Match', language);
  if (tag[1] || !/^[1-9]\d{0,8}$/.test(tag[2]!)) throw refuse(VersionChanged);
  return Number(tag[2]);
}

/** Idempotency keys belong to posts of callers who have a name; elsewhere they are ignored. */
export function idempotencyKeyOf({ verb }: AnyOperation, caller: Caller, key: string | undefined, language: Language): string | undefined {
  if (key === undefined || verb !== 'post' || caller.kind === 'anyone') return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw invalidHeader('Idempotency-Key', language);
  return key;
}

/** The caller within the organisation named in Acting-Organisation: an app acts where it says, a person where their post is. */
export function actingAt(
  caller: Caller,
  { reach = 'subtree' }: AnyOperation,
  { actingOrganisation: named, language = 'zh' }: Pick<CallHead, 'actingOrganisation' | 'language'>,
): Caller {
  if (named !== undefined && !isUuid(named)) throw invalidHeader('Acting-Organisation', language);
  const organisation = named?.toLowerCase();
  if (caller.kind === 'app') {
    // Shared rows hang on where one stands; a program reaches many places, so it must say from which it asks.
    if (organisation === undefined && (reach === 'handedDown' || reach === 'assigned')) throw refuse(OrganisationRequired);
    return organisation === undefined ? caller : { ...caller, organisation };
  }
  if (caller.kind === 'person' && organisation !== undefined && organisation !== caller.organisation)
    throw invalidHeader('Acting-Organisation', language, 'organisation.mismatch');
  return caller;
}

/** W3C trace context; anything else is not passed on. */
export const traceOf = (traceparent: string | undefined): string | undefined =>
  traceparent !== undefined && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(traceparent) ? traceparent : undefined;
