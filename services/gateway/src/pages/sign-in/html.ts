/** A piece of HTML whose texts are escaped already. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | number | Html | readonly Html[] | false | undefined;

/**
 * HTML in which every value is escaped unless it is HTML itself; `false` and `undefined` leave nothing.
 * @example html`<p>${name}</p>${error && html`<p role="alert">${error}</p>`}`
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.reduce((text, piece, index) => text + written(values[index - 1]) + piece));
}

function written(value: Value): string {
  if (value === false || value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return String(value).replace(/[&<>"']/g, (character) => entities[character]!);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
