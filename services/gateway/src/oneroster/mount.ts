import { classrooms, type GradebookCollection } from '@lianxue/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { OwnerCalls } from '../facades/owner-calls.js';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { Collections } from './collections.js';
import { deleteEntry, postEntries, putEntry } from './gradebook.js';
import { gradebookKeys, gradebookPaths, postedPaths } from './gradebook-paths.js';
import { rosteringPaths, type Path } from './paths.js';
import { resourcePaths } from './resource-paths.js';
import { speaking } from './speaking.js';
import { sendStatusInfo, Unanswered } from './status-info.js';

/** Serves OneRoster 1.2; call before the application listens. */
export async function mountOneRoster(app: NestFastifyApplication): Promise<void> {
  const { origin } = app.get<EdgeSettings>(EDGE_SETTINGS);
  const owners = OwnerCalls.of(app, speaking);
  const collections = new Collections(origin);
  const fastify = app.getHttpAdapter().getInstance();
  const serve = (service: string, paths: readonly Path[], more?: (scope: FastifyInstance) => void) =>
    fastify.register(
      async (scope) => {
        speakOneRoster(scope);
        for (const path of paths)
          scope.get(
            path.url,
            owners.serving(path.operations, (asking, reply) => collections.answer(path, asking, reply)),
          );
        more?.(scope);
      },
      { prefix: `/ims/oneroster/${service}/v1p2` },
    );
  await serve('rostering', rosteringPaths);
  await serve('resources', resourcePaths);
  await serve('gradebook', gradebookPaths, (scope) => writing(scope, owners));
}

/** What may be written: entries by their names, and several at once below what they belong to. */
function writing(scope: FastifyInstance, owners: OwnerCalls): void {
  for (const collection of Object.keys(gradebookKeys) as GradebookCollection[]) {
    const url = `/${collection}/:id`;
    scope.put(
      url,
      owners.serving([classrooms.putInGradebook], (asking, reply) => putEntry(collection, asking, reply)),
    );
    scope.delete(
      url,
      owners.serving([classrooms.dropFromGradebook], (asking, reply) => deleteEntry(collection, asking, reply)),
    );
  }
  for (const posted of postedPaths)
    scope.post(
      posted.url,
      owners.serving([classrooms.addToGradebook], (asking, reply) => postEntries(posted, asking, reply)),
    );
}

/** What the services behind take. */
const bodyLimit = 256 * 1024;

function speakOneRoster(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (_request, body, done) => {
    try {
      // Some clients say that nothing is JSON when they delete.
      done(null, body === '' ? undefined : JSON.parse(body as string));
    } catch {
      done(Object.assign(new Error('no JSON'), { statusCode: 400 }));
    }
  });
  scope.setErrorHandler((error, _request, reply) => {
    const { statusCode = 500 } = error as { statusCode?: number };
    sendStatusInfo(
      reply,
      statusCode >= 500
        ? new Unanswered('internal_server_error', 'Something went wrong here')
        : new Unanswered('invaliddata', 'The request cannot be read', 400),
    );
  });
  scope.setNotFoundHandler((_request, reply) => sendStatusInfo(reply, new Unanswered('unknownobject', 'There is no such address')));
}
