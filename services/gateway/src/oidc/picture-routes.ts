import type { FastifyInstance } from 'fastify';
import { readerLanguage } from '../pages/sign-in/chosen-language.js';
import { classWords } from '../pages/sign-in/class-words.js';
import { sendPage } from '../pages/sign-in/layout.js';
import { pictureOf, pictureSvg } from '../pages/sign-in/pictures.js';
import { qrCode } from '../pages/sign-in/qr-code.js';
import { noticePage } from '../pages/sign-in/views.js';
import type { Accounts } from './accounts.js';
import { refusedBy } from './refusals.js';
import type { ClassBrowsers } from './ways/class-browser.js';

const svg = {
  'content-type': 'image/svg+xml',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'",
} as const;

/** What the class sheet and the teacher's screen draw with, and where a QR code leads: outside any sign-in. */
export function pictureRoutes(scope: FastifyInstance, accounts: Accounts, browsers: ClassBrowsers, origin: URL): void {
  scope.get('/pictures/:file', (request, reply) => {
    const key = (request.params as { file: string }).file.replace(/\.svg$/, '');
    if (!pictureOf(key)) return reply.code(404).send();
    return reply.headers({ ...svg, 'cache-control': 'public, max-age=86400' }).send(pictureSvg(key).text);
  });

  scope.get('/qr/:token/picture.svg', (request, reply) => {
    const { token } = request.params as { token: string };
    if (!/^[\w-]{32}$/.test(token)) return reply.code(404).send();
    const drawn = qrCode(`${origin.origin}/sign-in/qr/${token}`, 'QR').text.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
    return reply.headers({ ...svg, 'cache-control': 'no-store' }).send(drawn);
  });

  /** Reading the code again does no harm: it is used up by the button, not by the address. */
  scope.get('/qr/:token', async (request, reply) => {
    const { token } = request.params as { token: string };
    const language = readerLanguage(request.headers);
    const say = classWords[language];
    reply.hijack();
    try {
      await accounts.pictureAtQr(token);
    } catch (error) {
      refusedBy(error);
      return sendPage(reply.raw, 400, noticePage(language, say.qrOver, say.qrOverLine));
    }
    reply.raw.appendHeader('set-cookie', browsers.qrCookie(token));
    sendPage(reply.raw, 200, noticePage(language, say.qrTaken, say.qrTakenLine));
  });
}
