import { Injectable } from '@nestjs/common';
import { refuse, ServiceUnavailable, TokenExpired, TokenInvalid, TokenRevoked, type Caller } from '@lianxue/contracts';
import { compactVerify, type CompactJWSHeaderParameters } from 'jose';
import { readJson } from '../serving/json.js';
import { anyone, callerOf, gatewayClaims, longestLife, serviceClaims, type Claims } from './claims.js';
import type { KeyRing } from './key-ring.js';
import { KeyRings } from './key-rings.js';
import type { Revocations } from './revocations.js';

/** Our tokens have about 700 characters; a guardian of many wards comes to 3,000. */
const longestToken = 8_192;
/** Two clocks of the platform may differ by this. Expiry is held to exactly. */
const skewSeconds = 15;
/** About 20 MB: as many callers as come back within ten minutes to one process. */
const mostKept = 10_000;

interface Verified {
  readonly caller: Caller;
  readonly claims: Claims;
  readonly expiresMs: number;
  readonly ring: KeyRing | undefined;
  readonly key: string;
}

/**
 * Verifies access tokens, which are the callers: ES256 at+jwt by known keys only, claims of strict types. What was verified
 * once is kept until it expires; revocations are asked each time.
 */
@Injectable()
export class TokenVerifier {
  private readonly kept = new Map<string, Verified>();
  private readonly verifying = new Map<string, Promise<Verified>>();

  constructor(
    private readonly rings: KeyRings,
    private readonly revocations: Revocations,
  ) {}

  /** The caller of a token verified before, without waiting; undefined if it must be verified first. */
  known(token: string | undefined): Caller | undefined {
    if (token === undefined) return anyone;
    const verified = this.kept.get(token);
    if (!verified) return undefined;
    return this.standing(token, verified);
  }

  /** The caller of a token; without one Anyone. Refuses what is not right with a 401. The edge takes none of a service: such a token has no business outside. */
  async verify(token: string | undefined, { atEdge = false } = {}): Promise<Caller> {
    if (token === undefined) return anyone;
    return this.standing(token, this.kept.get(token) ?? (await this.verifyOnce(token, atEdge)));
  }

  /** Expiry, revocation and keys that were withdrawn, which change while a token is kept. */
  private standing(token: string, { caller, claims, expiresMs, ring, key }: Verified): Caller {
    if (expiresMs <= Date.now()) {
      this.kept.delete(token);
      throw refuse(TokenExpired);
    }
    if (caller.kind !== 'service' && this.revocations.covers(claims)) {
      this.kept.delete(token);
      throw refuse(TokenRevoked);
    }
    if (!ring?.has(key)) {
      this.kept.delete(token);
      throw refuse(TokenInvalid);
    }
    return caller;
  }

  /** Many calls bring the same new token at once; its signature is checked once. */
  private verifyOnce(token: string, atEdge: boolean): Promise<Verified> {
    let verification = this.verifying.get(token);
    if (!verification) {
      verification = this.check(token, atEdge).finally(() => this.verifying.delete(token));
      this.verifying.set(token, verification);
    }
    return verification;
  }

  private async check(token: string, atEdge: boolean): Promise<Verified> {
    const { header, payload } = parted(token);
    const issuer = typeof payload.iss === 'string' ? payload.iss : '';
    const service = KeyRings.serviceOf(issuer);
    if (service && atEdge) throw refuse(TokenInvalid);
    const ring = service ? this.rings.ofService(service) : this.rings.gateway;
    const key = await ring?.key(issuer, header.kid);
    // Without any keys nothing can be said about a token: that is our trouble, not the caller's.
    if (!key) throw refuse(ring && !ring.known ? ServiceUnavailable : TokenInvalid);
    await compactVerify(token, key, { algorithms: ['ES256'] }).catch(() => {
      throw refuse(TokenInvalid);
    });
    const claims = service ? serviceClaims(payload, service) : gatewayClaims(payload);
    if (!claims) throw refuse(TokenInvalid);
    assertTimely(claims, service ? longestLife.service : longestLife.gateway);
    const verified = { caller: callerOf(claims, service), claims, expiresMs: claims.exp * 1000, ring, key: header.kid };
    this.keep(token, verified);
    return verified;
  }

  private keep(token: string, verified: Verified): void {
    if (this.kept.size >= mostKept) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(token, verified);
  }
}

function assertTimely({ iat, exp, nbf, issued_ms }: Claims, longest: number): void {
  const now = Date.now() / 1000;
  if (exp <= now) throw refuse(TokenExpired);
  const early = iat > now + skewSeconds || (nbf ?? 0) > now + skewSeconds || issued_ms / 1000 > now + skewSeconds;
  const odd = exp <= iat || exp - iat > longest || Math.abs(issued_ms / 1000 - iat) > 2;
  if (early || odd) throw refuse(TokenInvalid);
}

interface Parted {
  readonly header: CompactJWSHeaderParameters & { readonly kid: string };
  readonly payload: Record<string, unknown>;
}

/** Three parts in canonical base64url, an ES256 signature's length, JSON without repeated keys, a header that names only what we use. */
function parted(token: string): Parted {
  const parts = token.length <= longestToken ? /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/.exec(token) : null;
  if (!parts) throw refuse(TokenInvalid);
  const [header, payload] = parts.slice(1).map(canonical).slice(0, 2).map(jsonObject);
  const { alg, typ, kid, ...rest } = header!;
  if (alg !== 'ES256' || typ !== 'at+jwt' || typeof kid !== 'string' || Object.keys(rest).length > 0) throw refuse(TokenInvalid);
  return { header: { alg, typ, kid }, payload: payload! };
}

function canonical(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  if (bytes.toString('base64url') !== part) throw refuse(TokenInvalid);
  return bytes;
}

function jsonObject(bytes: Buffer): Record<string, unknown> {
  try {
    const value = readJson(bytes);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw refuse(TokenInvalid);
}
