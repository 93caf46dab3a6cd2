import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, type Interaction, type Provider } from 'oidc-provider';
import { isLanguage, languageCookie, readerLanguage } from '../pages/sign-in/chosen-language.js';
import { sendPage } from '../pages/sign-in/layout.js';
import { screenPage } from '../pages/sign-in/provider-views.js';
import { noticePage } from '../pages/sign-in/views.js';
import { words } from '../pages/sign-in/words.js';
import { transportSecurity } from '../rest/response-headers.js';
import { pictureRoutes } from './picture-routes.js';
import { SigningIn } from './sign-in.js';
import type { SignInLimits } from './sign-in-limits.js';
import { brandOf, slugInCookies } from '../sub-platforms/brand.js';
import type { SubPlatform, SubPlatforms } from '../sub-platforms/sub-platforms.js';
import { subPlatformParameter, subPlatformSaid } from './sub-platform-parameter.js';
import type { Step } from './steps/step.js';
import { Turnstile } from './turnstile.js';
import { ClassBrowsers } from './ways/class-browser.js';
import { returnRoute } from './upstream/return-route.js';
import type { RelyingParty } from './upstream/relying-party.js';
import { FormTokens, languageOfVisit, type Visit } from './visit.js';
import type { Accounts } from './accounts.js';
import type { AppPermissions } from './app-permissions.js';

/** Everything `/oidc` and `/sign-in` are served with. */
export class UnifiedAuth {
  constructor(
    private current: Provider,
    readonly accounts: Accounts,
    readonly permissions: AppPermissions,
    readonly limits: SignInLimits,
    readonly formSecret: string,
    readonly origin: URL,
    readonly subPlatforms: SubPlatforms,
    readonly relyingParty: RelyingParty,
  ) {}

  get provider(): Provider {
    return this.current;
  }

  /** Goes on with another, which has other keys; what both remember is the same. */
  renew(provider: Provider): void {
    this.current = provider;
  }
}

/** Enough to keep two cores signing while others wait for the database. */
const atOnce = 64;
/** A burst waits a few seconds at most; beyond that it is better told to come again. */
const waiting = 3000;

/** Two passwords, a token and a username; nobody sends more. */
const formBytes = 16 * 1024;

/** Serves unified auth; call before the application listens. */
export async function mountOidc(app: NestFastifyApplication): Promise<void> {
  const auth = app.get(UnifiedAuth);
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(async (scope) => protocol(scope, auth), { prefix: '/oidc' });
  await fastify.register(async (scope) => pages(scope, auth), { prefix: '/sign-in' });
}

/** oidc-provider reads bodies itself, hence no parser; it builds addresses from what it is told here, never from a header a client chose. */
function protocol(scope: FastifyInstance, auth: UnifiedAuth): void {
  const { limits, origin } = auth;
  const turnstile = new Turnstile(atOnce, waiting);
  let serving = auth.provider;
  let handle = handlerOf(serving, limits);
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.all('/*', async (request, reply) => {
    const { raw } = request;
    const elsewhere = await begunElsewhere(request, auth);
    if (elsewhere !== undefined) return reply.header('cache-control', 'no-store').redirect(elsewhere, 303);
    reply.hijack();
    if (raw.method === 'POST') {
      const wait = await limits.tokenWait(request.ip);
      if (wait > 0) return refuse(reply.raw, 429, 'slow_down', wait);
    }
    if (!(await turnstile.enter())) return refuse(reply.raw, 503, 'temporarily_unavailable', 1);
    Object.assign(raw.headers, {
      traceparent: request.id,
      'x-forwarded-proto': origin.protocol.slice(0, -1),
      'x-forwarded-host': origin.host,
      'x-forwarded-for': request.ip,
    });
    for (const [name, value] of Object.entries(always(origin))) reply.raw.setHeader(name, value);
    const url = scannedByHand(raw.url!.slice('/oidc'.length) || '/');
    Object.assign(raw, { originalUrl: `/oidc${url}`, url });
    if (serving !== auth.provider) handle = handlerOf((serving = auth.provider), limits);
    await handle(raw, reply.raw).finally(() => turnstile.leave());
  });
}

/**
 * People sign in at one address, whose cookies and certificate they know; a sub-platform's own host leads there and says whose it is.
 * Undefined where somebody is there already.
 */
async function begunElsewhere(
  { method, hostname, url }: FastifyRequest,
  { origin, subPlatforms }: UnifiedAuth,
): Promise<string | undefined> {
  if (method !== 'GET' || hostname === origin.hostname || !/^\/oidc\/auth(\?|$)/.test(url)) return undefined;
  const at = await subPlatforms.atHost(hostname);
  if (!at) return undefined;
  const there = new URL(url, origin);
  there.searchParams.set(subPlatformParameter, at.slug);
  return there.href;
}

function handlerOf(provider: Provider, limits: SignInLimits): ReturnType<Provider['callback']> {
  const log = new Logger('UnifiedAuth');
  provider.on('server_error', (_ctx, error) => log.error(error));
  (provider as unknown as EventEmitter).on('error', (error: Error) => log.warn(`A request ended badly: ${error.message}`));
  for (const event of ['grant.error', 'introspection.error', 'revocation.error'] as const) {
    provider.on(event as 'grant.error', (ctx, error) => {
      if (error instanceof errors.InvalidClientAuth || error instanceof errors.InvalidGrant) void limits.tokenFailed(ctx.ip);
    });
  }
  return provider.callback();
}

/**
 * The address a QR code holds (`verification_uri_complete`): the provider would send the code on by a script, which our pages
 * do without, and with which a stranger's link would connect a screen at once. It fills the field instead.
 */
const scannedByHand = (url: string) => url.replace(/^\/device\?user_code=/, '/device?scanned=');

/** On every answer; `same-origin` because browsers without a referrer send forms without an origin. */
const always = ({ origin }: URL) => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  ...transportSecurity(origin),
});

function refuse(response: ServerResponse, status: number, error: string, wait: number): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', 'retry-after': String(wait) })
    .end(JSON.stringify({ error }));
}

function pages(scope: FastifyInstance, auth: UnifiedAuth): void {
  const { provider, accounts, permissions, limits, origin, subPlatforms } = auth;
  const secure = origin.protocol === 'https:';
  const classBrowsers = new ClassBrowsers(auth.formSecret, secure);
  const signingIn = new SigningIn(provider, accounts, permissions, limits, secure, classBrowsers, auth.relyingParty);
  const tokens = new FormTokens(auth.formSecret);
  const log = new Logger('UnifiedAuth');

  const at = (take: Step['take'], posted: boolean) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    for (const [name, value] of Object.entries(always(origin))) reply.raw.setHeader(name, value);
    try {
      const visit = await visitOf(request, reply.raw);
      if (posted && !(tokens.matches(visit.interaction.uid, visit.fields.get('token')) && sameOrigin(request.raw, origin)))
        throw new errors.SessionNotFound('not our form');
      await take(visit);
    } catch (error) {
      failed(request.raw, reply.raw, error, log);
    }
  };

  const visitOf = async (request: FastifyRequest, response: ServerResponse): Promise<Visit> => {
    const interaction = await provider.interactionDetails(request.raw, response);
    if (interaction.uid !== (request.params as { uid: string }).uid) throw new errors.SessionNotFound('another sign-in is under way');
    const client = await provider.Client.find(String(interaction.params['client_id']));
    if (!client) throw new errors.SessionNotFound('the app is gone');
    const fields = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const { pathname, searchParams: query } = new URL(request.url, origin);
    const path = pathname.slice(`/sign-in/${interaction.uid}`.length);
    const chosen = query.get('language');
    if (isLanguage(chosen)) response.appendHeader('set-cookie', languageCookie(chosen));
    const shown = await shownTo(interaction, client.clientId, request.raw);
    const language = languageOfVisit(fields.get('language') ?? chosen, interaction, request.raw, shown?.language);
    const brand = shown && brandOf(shown, language);
    const form = {
      language,
      address: `/sign-in/${interaction.uid}`,
      token: tokens.of(interaction.uid),
      app: client.clientName ?? client.clientId,
    };
    return {
      request: request.raw,
      response,
      address: request.ip,
      interaction,
      client,
      fields,
      query,
      path,
      language,
      form,
      brand,
      place: shown?.organisation ?? null,
    };
  };

  /** Whose platform this is: what the app or the address said, else whose app it is, else where the browser came through. */
  const shownTo = async (interaction: Interaction, client: string, { headers }: IncomingMessage): Promise<SubPlatform | undefined> => {
    const [said, before] = [subPlatformSaid(interaction.params), slugInCookies(headers.cookie)];
    return (
      (said && (await subPlatforms.atSlug(said))) ||
      (await subPlatforms.ofApp(client)) ||
      (before === undefined ? undefined : await subPlatforms.atSlug(before))
    );
  };

  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: formBytes }, (_request, body, done) =>
    done(null, body),
  );
  scope.get('/screen', (request, reply) => {
    const language = readerLanguage(request.headers);
    const userCode = new URL(request.url, origin).searchParams.get('user_code') ?? '';
    reply.hijack();
    for (const [name, value] of Object.entries(always(origin))) reply.raw.setHeader(name, value);
    const say = words[language];
    if (!/^[A-Z]{4}-[A-Z]{4}$/.test(userCode)) return sendPage(reply.raw, 400, noticePage(language, say.wentWrong, say.deviceWrong));
    sendPage(reply.raw, 200, screenPage(language, `${origin.origin}/oidc/device`, userCode));
  });
  returnRoute(scope);
  pictureRoutes(scope, accounts, classBrowsers, origin);
  for (const { verb, path, take } of signingIn.steps) scope[verb](`/:uid${path}`, at(take, verb === 'post'));
}

/** A browser states where a form came from; one from elsewhere is not ours. */
const sameOrigin = ({ headers }: IncomingMessage, origin: URL) => headers.origin === undefined || headers.origin === origin.origin;

function failed(request: IncomingMessage, response: ServerResponse, error: unknown, log: Logger): void {
  const language = readerLanguage(request.headers);
  const say = words[language];
  if (error instanceof errors.SessionNotFound) return sendPage(response, 400, noticePage(language, say.expired, say.expiredLine));
  log.error(error);
  if (response.headersSent) return void response.end();
  sendPage(response, 503, noticePage(language, say.unavailable, say.unavailableLine));
}
