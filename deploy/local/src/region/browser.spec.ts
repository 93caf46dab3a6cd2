import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Browser } from './browser.js';

describe('a browser as far as signing in needs one', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  async function serve(handle: (path: string, body: string, request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => handle(request.url!, body, request, response));
    });
    await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('follows redirects, keeps cookies, fills the first form with its hidden fields, and stops where it is told', async () => {
    const origin = await serve((path, body, request, response) => {
      if (path === '/start') return response.writeHead(303, { location: '/page', 'set-cookie': 'session=one; Path=/' }).end();
      if (path === '/page' && request.headers.cookie === 'session=one')
        return response.end(`<form method="post" action="/enter?a=1&amp;b=2"><input type="hidden" name="token" value="x&quot;y"><input name="username"></form>
          <form method="post" action="/cancel"><input type="hidden" name="other" value="no"></form>`);
      if (path === '/enter?a=1&b=2' && body === 'token=x%22y&username=me')
        return response.writeHead(303, { location: 'http://127.0.0.1:1/callback?code=c' }).end();
      response.writeHead(404).end('lost');
    });
    const back = await new Browser().walk(new URL('/start', origin), 'http://127.0.0.1:1/callback', () => ({ username: 'me' }));
    expect(back.searchParams.get('code')).toBe('c');
  });

  it('says what a page without a form shows', async () => {
    const origin = await serve((_path, _body, _request, response) => void response.end('<h1>Not today</h1>'));
    await expect(new Browser().walk(new URL('/', origin), 'http://elsewhere', () => ({}))).rejects.toThrow('Not today');
  });
});
