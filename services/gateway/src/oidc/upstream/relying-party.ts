import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import * as client from 'openid-client';
import { fetch as outwardFetch, type Agent } from 'undici';
import { guardedAgent, type Reachable } from '@lianxue/wire';
import type { Accounts, ProviderToAsk } from '../accounts.js';

/** What was sent with the browser, held to when it comes back. */
export interface Question {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is, as the provider says. */
export interface Answer {
  readonly subject: string;
  /** The claim somebody unknown may be matched by, where the provider is trusted for one. */
  readonly mark: string | null;
  readonly who: string | null;
}

/** It did not answer; it answered that there was no sign-in; or its answer is none that we take. */
export class UpstreamFailed extends Error {
  constructor(
    readonly kind: 'unreachable' | 'cancelled' | 'refused',
    options: ErrorOptions,
  ) {
    super(`The identity provider: ${kind}`, options);
  }
}

/** A page waits for it. */
const patienceMs = 5_000;
/** Discovery documents and key sets are a few kilobytes. */
const mostBytes = 256 * 1024;
/** How long a discovery document is believed; key sets are looked at anew when a key is unknown. */
const believedMs = 10 * 60_000;
/** Clocks of bureaus differ. */
const toleranceSeconds = 60;

interface Known {
  readonly version: number;
  readonly until: number;
  readonly config: Promise<client.Configuration>;
}

/** Asks platforms above who somebody is: code flow with PKCE, state, nonce and issuer, and ID tokens whose signature is checked. */
export class RelyingParty implements OnApplicationShutdown {
  private readonly log = new Logger('RelyingParty');
  private readonly known = new Map<string, Known>();
  private readonly agent: Agent;

  constructor(
    private readonly accounts: Accounts,
    reachable: Reachable,
    private readonly origin: URL,
  ) {
    this.agent = guardedAgent(reachable, { patienceMs, mostBytes });
  }

  /** Where to send the browser, and what to remember meanwhile; refuses like identity when there is no such provider. */
  async ask(provider: string, state: string, more: Record<string, string>): Promise<{ address: string; question: Question }> {
    const asked = await this.accounts.identityProvider(provider);
    const [nonce, verifier] = [client.randomNonce(), client.randomPKCECodeVerifier()];
    try {
      const config = await this.configOf(asked);
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: this.returnAddress(provider),
        scope: [...new Set(['openid', ...asked.scopes])].join(' '),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...more,
      });
      if (!isForBrowsers(address)) throw new Error('The authorization endpoint is no address for a browser');
      return { address: address.href, question: { provider, state, nonce, verifier } };
    } catch (error) {
      throw this.failed(asked, error, 'unreachable');
    }
  }

  /** What the provider answered. Each provider has its own address of return, so that an answer cannot be taken for another's. */
  async answerTo(
    { provider, state, nonce, verifier }: Question,
    query: URLSearchParams,
  ): Promise<{ asked: ProviderToAsk; answer: Answer }> {
    const asked = await this.accounts.identityProvider(provider);
    const back = new URL(this.returnAddress(provider));
    back.search = query.toString();
    try {
      const config = await this.configOf(asked);
      const tokens = await client.authorizationCodeGrant(config, back, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return { asked, answer: answerIn(tokens.claims()!, asked) };
    } catch (error) {
      throw this.failed(asked, error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  private returnAddress(provider: string): string {
    return new URL(`/sign-in/upstream/${provider}`, this.origin).href;
  }

  private configOf(asked: ProviderToAsk): Promise<client.Configuration> {
    const known = this.known.get(asked.id);
    if (known && known.version === asked.version && known.until > Date.now()) return known.config;
    const config = this.discovered(asked);
    this.known.set(asked.id, { version: asked.version, until: Date.now() + believedMs, config });
    config.catch(() => this.known.delete(asked.id));
    return config;
  }

  private async discovered({ issuer, clientId, clientSecret }: ProviderToAsk): Promise<client.Configuration> {
    const config = await client.discovery(
      new URL(issuer),
      clientId,
      { [client.clockTolerance]: toleranceSeconds },
      // Decided below, once it is known which the provider takes.
      (as, metadata, body, headers) => proofFor(as, clientSecret)(as, metadata, body, headers),
      {
        timeout: patienceMs / 1000,
        [client.customFetch]: (url: string, options: object) => outwardFetch(url, { ...options, dispatcher: this.agent }),
        execute: [client.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : [])],
      },
    );
    return config;
  }

  /** For the log, without anything the browser or the provider said about a person. */
  private failed({ id, issuer }: ProviderToAsk, cause: unknown, always?: UpstreamFailed['kind']): UpstreamFailed {
    const kind = always ?? kindOf(cause);
    const { code, error, message, cause: deeper } = cause as { code?: string; error?: string; message?: string; cause?: { code?: string } };
    if (kind !== 'cancelled')
      this.log.warn(`Identity provider ${id} (${issuer}) ${kind}: ${[code, error, message, deeper?.code].filter(Boolean).join(' ')}`);
    return new UpstreamFailed(kind, { cause });
  }
}

/** By the header where the provider takes it or does not say; else in the body. */
const proofFor = ({ token_endpoint_auth_methods_supported: methods }: client.ServerMetadata, secret: string): client.ClientAuth =>
  methods && !methods.includes('client_secret_basic') && methods.includes('client_secret_post')
    ? client.ClientSecretPost(secret)
    : client.ClientSecretBasic(secret);

function answerIn(claims: client.IDToken, { subjectClaim, match }: ProviderToAsk): Answer {
  const subject = textOf(claims[subjectClaim], 300);
  if (subject === null) throw new UpstreamFailed('refused', { cause: new Error(`The ID token has no ${subjectClaim}`) });
  const who = textOf(claims['name'], 50) ?? textOf(claims['preferred_username'], 50);
  return { subject, mark: match && textOf(claims[match.claim], 100), who };
}

/** What a claim says, where it is a text or a whole number. */
function textOf(claim: unknown, most: number): string | null {
  const text = typeof claim === 'number' && Number.isSafeInteger(claim) ? String(claim) : claim;
  return typeof text === 'string' && text !== '' && text.length <= most && !/[\0\p{Surrogate}]/u.test(text) ? text : null;
}

function kindOf(error: unknown): UpstreamFailed['kind'] {
  if (error instanceof UpstreamFailed) return error.kind;
  if (error instanceof client.AuthorizationResponseError) return 'cancelled';
  if (error instanceof client.ResponseBodyError) return 'refused';
  return error instanceof client.ClientError && error.code !== 'OAUTH_TIMEOUT' && error.code !== 'OAUTH_ABORT' ? 'refused' : 'unreachable';
}

/** https, or this machine while one tries things out. */
const isForBrowsers = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
