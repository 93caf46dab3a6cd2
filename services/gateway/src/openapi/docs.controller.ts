import { Controller, Get, Header } from '@nestjs/common';
import { template } from '../pages/template.js';
import { openApiDocument, textOf } from './document.js';

const page = template('docs.html');
const initializer = template('docs-initializer.js');

/** Swagger UI sets styles on elements and shows small images inline; it may run and call nothing but ours. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The API document and the pages that show it. Swagger UI's own files lie beside them, see `docs-assets.ts`. */
@Controller()
export class DocsController {
  private document: string | undefined;

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

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  openApi(): string {
    return (this.document ??= textOf(openApiDocument()));
  }
}
