import { Injectable } from '@nestjs/common';
import type { NatsLink } from '../process/nats-link.js';
import { KeyRing } from './key-ring.js';

/** Where the gateway answers with its keys. */
export const gatewayKeysSubject = 'lianxue.keys';

const serviceIssuer = 'urn:lianxue:service:';

export const issuerOfService = (service: string): string => `${serviceIssuer}${service}`;
export const keysSubjectOf = (service: string): string => `${gatewayKeysSubject}.${service}`;

/** Names come from tokens nobody has checked yet: more than the platform ever has are not asked for. */
const mostServices = 50;

/** The gateway's ring, which verifies persons and apps, and one for each service, which verifies that service alone. */
@Injectable()
export class KeyRings {
  readonly gateway: KeyRing;
  private readonly services = new Map<string, KeyRing>();

  constructor(private readonly link: NatsLink) {
    this.gateway = new KeyRing(gatewayKeysSubject, link, (issuer) => !issuer.startsWith('urn:lianxue:'), true);
  }

  /** The service an issuer names, if it names one. */
  static serviceOf(issuer: string): string | undefined {
    const name = issuer.startsWith(serviceIssuer) ? issuer.slice(serviceIssuer.length) : '';
    return /^[a-z][a-z0-9-]{0,30}$/.test(name) && name !== 'changed' ? name : undefined;
  }

  ofService(service: string): KeyRing | undefined {
    let ring = this.services.get(service);
    if (ring || this.services.size >= mostServices) return ring;
    ring = new KeyRing(keysSubjectOf(service), this.link, (issuer) => issuer === issuerOfService(service));
    this.services.set(service, ring);
    return ring;
  }
}
