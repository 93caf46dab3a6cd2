import { resources } from '@lianxue/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OwnerCalls, type Asking } from '../facades/owner-calls.js';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { SubPlatforms, type SubPlatform } from '../sub-platforms/sub-platforms.js';
import { asked } from './asked.js';
import { ClientCredentials } from './client-credentials.js';
import { failed } from './document.js';
import { OaiError } from './oai-error.js';
import { Repository, type Place } from './repository.js';
import { speaking } from './speaking.js';

const platformName = '联学 Lianxue';

/** What a form of six arguments may take. */
const bodyLimit = 16 * 1024;

/** Serves OAI-PMH 2.0 at `/oai`, and at `/p/<sub-platform>/oai` that sub-platform’s slice; call before the application listens. */
export async function mountOaiPmh(app: NestFastifyApplication): Promise<void> {
  const settings = app.get<EdgeSettings>(EDGE_SETTINGS);
  const subPlatforms = app.get(SubPlatforms);
  const fastify = app.getHttpAdapter().getInstance();
  const credentials = new ClientCredentials(fastify, resources.harvest.scope);
  const through = (request: FastifyRequest): Promise<SubPlatform | undefined> => {
    const { slug } = request.params as { slug?: string };
    return slug === undefined ? subPlatforms.atHost(request.hostname) : subPlatforms.atSlug(slug);
  };
  const owners = OwnerCalls.of(app, {
    ...speaking,
    goesOn: (request) => parametersOf(request).has('resumptionToken'),
    actingOrganisation: async (request) => (await through(request))?.organisation,
  });
  const answering = async ({ request, ask }: Asking, reply: FastifyReply): Promise<void> => {
    const place = placeOf(await through(request), request, settings);
    void reply.header('content-type', 'text/xml; charset=utf-8').send(await answerTo(request, place, ask));
  };
  await fastify.register(async (scope) => {
    takeForms(scope);
    const serve = owners.serving([resources.harvest], answering);
    for (const method of ['GET', 'POST'] as const)
      for (const url of ['/oai', '/p/:slug/oai'])
        scope.route({
          ...{ method, url },
          preHandler: async (request, reply) => {
            const { slug } = request.params as { slug?: string };
            if (slug !== undefined && !(await subPlatforms.atSlug(slug)))
              return reply.code(404).type('text/plain').send('Nothing is here\n');
            await credentials.exchange(request);
          },
          handler: serve,
        });
  });
}

/** The answer, or the error of the protocol; only what the protocol has no word for is thrown. */
async function answerTo(request: FastifyRequest, place: Place, ask: Asking['ask']): Promise<string> {
  const now = new Date();
  const { baseUrl } = place;
  let understood: ReturnType<typeof asked> | undefined;
  try {
    understood = asked(parametersOf(request));
    return await new Repository(place, ask, now).answer(understood);
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    const echoed = error.code === 'badArgument' || error.code === 'badVerb' ? undefined : understood;
    return failed({ at: now, baseUrl, ...(echoed && { asked: echoed }) }, error);
  }
}

function placeOf(at: SubPlatform | undefined, request: FastifyRequest, { origin, adminEmail }: EdgeSettings): Place {
  const { slug } = request.params as { slug?: string };
  const { protocol, host } = new URL(origin);
  const baseUrl = slug !== undefined ? `${origin}/p/${at?.slug ?? slug}/oai` : `${protocol}//${at?.host ?? host}/oai`;
  return { baseUrl, name: at?.name ?? platformName, adminEmail, origin };
}

/** The arguments as they came, repeated ones too: of a form by POST, else of the address. */
function parametersOf({ method, url, body }: FastifyRequest): URLSearchParams {
  if (method === 'POST') return new URLSearchParams(typeof body === 'string' ? body : '');
  const begin = url.indexOf('?');
  return new URLSearchParams(begin < 0 ? '' : url.slice(begin + 1));
}

function takeForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit }, (_request, body, done) =>
    done(null, body),
  );
}
