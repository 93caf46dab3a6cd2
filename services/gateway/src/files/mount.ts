import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { FilesComing, largest } from './files-coming.js';

/** Takes files against tickets and gives them out against links; call before the application listens. */
export async function mountFiles(app: NestFastifyApplication): Promise<void> {
  const coming = app.get(FilesComing);
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(async (scope) => routes(scope, coming), { prefix: '/files' });
}

/** Bodies are streams here: nothing parses them, and each route counts for itself. */
function routes(scope: FastifyInstance, coming: FilesComing): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.put('/upload/:ticket', { bodyLimit: largest }, (request, reply) => coming.whole(request, reply));
  scope.get('/:id', (request, reply) => coming.goes(request, reply));
  scope.all('/resumable', (request, reply) => coming.resumable(request, reply));
  scope.all('/resumable/:name', (request, reply) => coming.resumable(request, reply));
}
