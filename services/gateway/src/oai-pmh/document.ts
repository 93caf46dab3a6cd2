import type { Asked } from './asked.js';
import type { OaiError } from './oai-error.js';
import { element, inSeconds, type Xml } from './xml.js';

const namespace = 'http://www.openarchives.org/OAI/2.0/';

/** What every answer of the protocol begins with: when it was so, and what was asked where. */
export interface Envelope {
  readonly at: string | Date;
  readonly baseUrl: string;
  /** Absent where verb or arguments were not allowed. */
  readonly asked?: Asked;
}

export const answered = (envelope: Envelope, content: readonly Xml[]): string => written(envelope, element(envelope.asked!.verb, content));

export const failed = (envelope: Envelope, { code, message }: OaiError): string => written(envelope, element('error', message, { code }));

function written({ at, baseUrl, asked }: Envelope, content: Xml): string {
  const root = element('OAI-PMH', [element('responseDate', inSeconds(at)), element('request', baseUrl, { ...asked }), content], {
    xmlns: namespace,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${namespace} ${namespace}OAI-PMH.xsd`,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
