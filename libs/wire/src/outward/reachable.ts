import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Ranges that `ipaddr.js` takes for ordinary ones and that lead inside all the same, or nowhere. */
const furtherRanges: readonly Range[] = ['64:ff9b:1::/48', '100::/64', '2001::/23', 'fec0::/10', '5f00::/16'].map((range) =>
  ipaddr.parseCIDR(range),
);

/** The only port besides those of allowed addresses: what listens elsewhere is seldom meant for the world. */
const port = 443;

/** An address inside, or of a kind that leads there. */
class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

/**
 * Which addresses we connect to because somebody outside named them (webhooks, identity providers): public ones on 443, and those
 * the installation allows. Names are checked when a
 * connection is made, by all the addresses they then have, so that a name cannot point elsewhere later.
 */
export class Reachable {
  private readonly allowed: readonly Range[];

  constructor(
    allowed: readonly string[],
    private readonly resolve: LookupFunction = systemLookup,
  ) {
    this.allowed = allowed.map((range) => ipaddr.parseCIDR(range));
  }

  /** Whether a URL may be registered at all; its name is looked up only when it is used. */
  admits(text: string): boolean {
    const url = new URL(text);
    if (url.username || url.password || url.hash) return false;
    const host = hostOf(url.hostname);
    const literal = isIP(host) > 0 ? host : host === 'localhost' ? '127.0.0.1' : undefined;
    if (literal !== undefined) return this.allows(literal) || (url.protocol === 'https:' && this.isPublic(literal) && portOf(url) === port);
    return url.protocol === 'https:' && host.includes('.') && (this.allowed.length > 0 || portOf(url) === port);
  }

  /** Throws unless this address may be connected to. */
  assert(address: string, at: number): void {
    if (this.allows(address) || (at === port && this.isPublic(address))) return;
    throw new AddressRefused('Nobody is called at this address');
  }

  /** A lookup for connections: answers the addresses of a name only when every one of them is allowed, and only those are used. */
  lookupFor(at: number): LookupFunction {
    return (hostname, options, done) =>
      this.resolve(hostname, { ...options, all: true }, (error, found) => {
        if (error) return done(error, '', 0);
        const addresses = found as unknown as { address: string; family: number }[];
        try {
          addresses.forEach(({ address }) => this.assert(address, at));
        } catch (refused) {
          return done(refused as Error, '', 0);
        }
        if (options.all) return (done as unknown as (error: null, found: typeof addresses) => void)(null, addresses);
        done(null, addresses[0]!.address, addresses[0]!.family);
      });
  }

  private allows(address: string): boolean {
    const parsed = ipaddr.process(address);
    return this.allowed.some((range) => parsed.kind() === range[0].kind() && parsed.match(range));
  }

  private isPublic(address: string): boolean {
    const parsed = ipaddr.parse(address);
    return parsed.range() === 'unicast' && !furtherRanges.some((range) => parsed.kind() === range[0].kind() && parsed.match(range));
  }
}

export const hostOf = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? port : 80));
