import { Sealer } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { randomInt } from 'node:crypto';

const stepMs = 30_000;
/** A phone's clock may be off by half a minute. */
const stepsOff = 1;
const recoveryCodes = 10;
/** Signs that cannot be mistaken for each other on paper. */
const clearSigns = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Codes of authenticator apps (RFC 6238: SHA-1, six digits, 30 s, which every app reads) and the recovery codes beside them. */
@Injectable()
export class OneTimeCodes {
  constructor(private readonly sealer: Sealer) {}

  newSecret(): string {
    return new Secret({ size: 20 }).base32;
  }

  /** What an authenticator app reads from the QR code. */
  address(secret: string, label: string): string {
    return totp(secret, label).toString();
  }

  /** The half minute this code belongs to, when it is one of now. */
  stepOf(secret: string, code: string, now: Date): number | undefined {
    const token = digits(code);
    if (!/^\d{6}$/.test(token)) return undefined;
    const off = totp(secret).validate({ token, timestamp: now.getTime(), window: stepsOff });
    return off === null ? undefined : Math.floor(now.getTime() / stepMs) + off;
  }

  /** Ten codes of 12 signs (59 bits), shown once. */
  newRecoveryCodes(): string[] {
    const group = () => Array.from({ length: 4 }, () => clearSigns[randomInt(clearSigns.length)]).join('');
    return Array.from({ length: recoveryCodes }, () => `${group()}-${group()}-${group()}`);
  }

  /** By what a recovery code is found without being kept. */
  recoveryHash(person: string, code: string): string {
    const plain = code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
    return this.sealer.lookup('recoveryCode', `${person}:${plain}`);
  }
}

const totp = (secret: string, label = '') =>
  new TOTP({ issuer: '联学', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: stepMs / 1000 });

/** As people type: `123 456`, full-width digits. */
const digits = (code: string) => code.normalize('NFKC').replace(/\s/g, '');
