import { Controller, Get, Header, Headers, Inject, NotFoundException, Param } from '@nestjs/common';
import { ProblemCatalogue } from '../problems/catalogue.js';
import type { Wording } from '../problems/edge.refusals.js';
import { languageOf, languageTag, type Language } from '../problems/language.js';
import { escaped, filled, template } from './template.js';

const page = template('problems.html');
const titles = { zh: '出错代码', en: 'Codes of refusals' };

/** Where the `type` of a problem leads: what each code means. */
@Controller('problems')
export class ProblemsController {
  constructor(@Inject(ProblemCatalogue) private readonly catalogue: ProblemCatalogue) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('vary', 'accept-language')
  all(@Headers('accept-language') language?: string): string {
    return pageOf(this.catalogue.all(), languageOf(language));
  }

  @Get(':code')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('vary', 'accept-language')
  one(@Param('code') code: string, @Headers('accept-language') language?: string): string {
    const wording = this.catalogue.find(code);
    if (!wording) throw new NotFoundException();
    return pageOf([wording], languageOf(language));
  }
}

function pageOf(wordings: readonly Wording[], language: Language): string {
  const rows = wordings.map(
    ({ code, status, title }) =>
      `<div><dt>${status}</dt><dd><code>${escaped(code)}</code><br />${escaped(title.zh)}<br />${escaped(title.en)}</dd></div>`,
  );
  return filled(page, { language: languageTag[language], title: titles[language], rows });
}
