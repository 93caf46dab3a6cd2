import type { Fact } from '@lianxue/contracts';

/** A fact as it travels and as receivers outside see it: CloudEvents 1.0 in JSON, extension attributes in lower case. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  /** `cn.lianxue.<service>.<thing>.<past participle>`. */
  readonly type: string;
  /** `urn:lianxue:service:<service>`. */
  readonly source: string;
  /** `<thing>/<entity id>`. */
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly entityversion: number;
  /** Dense within the service; text, since CloudEvents integers end at 2³¹. */
  readonly sequence: string;
  readonly actor: Fact['actor'];
  /** Absent for what belongs to no organisation. */
  readonly organisation?: string;
  readonly traceparent?: string;
  /** The view after the change; null after a deletion. */
  readonly data: unknown;
}

const sourcePrefix = 'urn:lianxue:service:';

export function toCloudEvent(fact: Fact): CloudEvent {
  return {
    specversion: '1.0',
    id: fact.id,
    type: fact.type,
    source: sourcePrefix + fact.service,
    subject: `${fact.thing}/${fact.entity}`,
    time: fact.time,
    datacontenttype: 'application/json',
    entityversion: fact.version,
    sequence: String(fact.feedSeq),
    actor: fact.actor,
    ...(fact.organisation ? { organisation: fact.organisation } : {}),
    ...(fact.traceparent ? { traceparent: fact.traceparent } : {}),
    data: fact.data,
  };
}

/** The fact in a message; throws when it is none of ours. */
export function factIn(message: Uint8Array): Fact {
  const event = JSON.parse(Buffer.from(message).toString('utf8')) as Partial<CloudEvent>;
  const { id, type, source = '', subject = '', time, entityversion, sequence, actor } = event;
  const [thing, entity] = subject.split('/');
  const whole = id && type && time && thing && entity && actor && Number.isInteger(entityversion) && source.startsWith(sourcePrefix);
  if (!whole) throw new TypeError('A message is no fact of the platform.');
  return {
    id,
    type,
    service: source.slice(sourcePrefix.length),
    thing,
    entity,
    version: entityversion!,
    organisation: event.organisation ?? null,
    actor,
    time,
    feedSeq: Number(sequence),
    traceparent: event.traceparent,
    data: event.data ?? null,
  };
}
