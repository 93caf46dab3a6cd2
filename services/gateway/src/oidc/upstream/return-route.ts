import type { FastifyInstance } from 'fastify';
import { readerLanguage } from '../../pages/sign-in/chosen-language.js';
import { sendPage } from '../../pages/sign-in/layout.js';
import { noticePage } from '../../pages/sign-in/views.js';
import { words } from '../../pages/sign-in/words.js';

/** What a provider may send along; more than this is no answer. */
const mostQuery = 8_000;

/**
 * Where a platform above sends the browser back: one address for each, as it is registered there. The sign-in that was left
 * stands in the state; its own cookie, which only its own pages get, says whether this is the browser that left.
 */
export function returnRoute(scope: FastifyInstance): void {
  scope.get('/upstream/:provider', (request, reply) => {
    const { provider } = request.params as { provider: string };
    const query = request.url.split('?')[1] ?? '';
    const [, uid] = /^([\w-]{10,60})\.[\w-]{32}$/.exec(new URLSearchParams(query).get('state') ?? '') ?? [];
    const safe = uid !== undefined && /^[\da-f-]{36}$/.test(provider) && query.length <= mostQuery;
    reply.hijack();
    if (safe) {
      const location = `/sign-in/${uid}/returned/${provider}?${query}`;
      return void reply.raw.writeHead(303, { location, 'cache-control': 'no-store', 'content-length': '0' }).end();
    }
    const language = readerLanguage(request.headers);
    const say = words[language];
    sendPage(reply.raw, 400, noticePage(language, say.expired, say.expiredLine));
  });
}
