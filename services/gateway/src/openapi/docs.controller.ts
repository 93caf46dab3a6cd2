import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { template } from '../pages/template.js';
import { openApiDocument, textOf } from './document.js';

const page = template('docs.html');
const initializer = template('docs-initializer.js');

/** Swagger UI sets styles on elements and shows small images inline; it may run and call nothing but ours. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The page an authorization comes back to runs the one script beside it. */
const redirectPolicy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** The files of Swagger UI that our page uses; its own start page, which names a foreign host, is not served. */
const assets: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['oauth2-redirect.js', 'text/javascript; charset=utf-8'],
  ['oauth2-redirect.html', 'text/html; charset=utf-8'],
]);

/** The API document and the page that shows it; everything the page loads comes from here. */
@Controller()
export class DocsController {
  private document: string | undefined;
  private readonly read = new Map<string, Buffer>();

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', docsPolicy)
  docs(): string {
    return page;
  }

  @Get('docs/initializer.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  initializer(): string {
    return initializer;
  }

  @Get('docs/:asset')
  asset(@Param('asset') name: string, @Res() reply: FastifyReply): void {
    const type = assets.get(name);
    if (type === undefined) throw new NotFoundException();
    if (name.endsWith('.html')) reply.header('content-security-policy', redirectPolicy);
    reply.header('content-type', type).header('cache-control', 'public, max-age=3600').send(this.file(name));
  }

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  openApi(): string {
    return (this.document ??= textOf(openApiDocument()));
  }

  private file(name: string): Buffer {
    if (!this.read.has(name)) this.read.set(name, readFileSync(join(folder, name)));
    return this.read.get(name)!;
  }
}
