/** A browser as far as signing in needs one: cookies, redirects, and forms. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly language = 'zh-CN') {}

  /**
   * Goes to an address and follows where it leads; at a page with a form, `fill` says what a person would enter.
   * Answers the first address that begins with `until`, without visiting it.
   */
  async walk(start: URL, until: string, fill: (fields: readonly string[], page: string) => Record<string, string>): Promise<URL> {
    let request: { url: URL; form?: URLSearchParams } = { url: start };
    for (let step = 0; step < 20; step++) {
      const answer = await this.fetch(request.url, request.form);
      const location = answer.headers.get('location');
      if (location) {
        const next = new URL(location, request.url);
        if (next.href.startsWith(until)) return next;
        request = { url: next };
        continue;
      }
      const page = await answer.text();
      if (answer.status >= 500) throw new Error(`${request.url.pathname} answered ${answer.status}`);
      request = this.submit(request.url, page, fill);
    }
    throw new Error(`signing in led in circles, last to ${request.url.pathname}`);
  }

  private async fetch(url: URL, form?: URLSearchParams): Promise<Response> {
    const headers: Record<string, string> = { accept: 'text/html', 'accept-language': this.language };
    if (form) headers.origin = url.origin;
    if (this.cookies.size > 0) headers.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers, ...(form && { method: 'POST', body: form }) });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return answer;
  }

  /** Fills the first form of the page, or the first that has what is filled in: a button of another form is pressed by its name. */
  private submit(url: URL, page: string, fill: (fields: readonly string[], page: string) => Record<string, string>) {
    const forms = [...page.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/gi)].map(([form]) => ({ form, inputs: inputsOf(form) }));
    const [first] = forms;
    if (!first) throw new Error(`${url.pathname} shows no form: ${textOf(page)}`);
    const filled = fill(
      first.inputs.flatMap(({ name }) => name ?? []),
      page,
    );
    const has = (names: readonly string[]) =>
      forms.find(({ inputs }) => names.every((wanted) => inputs.some(({ name }) => name === wanted)));
    const { form, inputs } = has(Object.keys(filled)) ?? first;
    const values = new URLSearchParams(
      inputs.filter(({ name, hidden }) => name && hidden).map(({ name, value }): [string, string] => [name!, value]),
    );
    for (const [name, value] of Object.entries(filled)) values.set(name, value);
    return { url: new URL(attribute(/^<[^>]*>/.exec(form)![0], 'action') ?? '', url), form: values };
  }
}

const inputsOf = (form: string) =>
  [...form.matchAll(/<(?:input|button)\b[^>]*>/gi)].map(([tag]) => ({
    name: attribute(tag, 'name'),
    value: attribute(tag, 'value') ?? '',
    hidden: attribute(tag, 'type') === 'hidden',
  }));

const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>' };

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return value?.replaceAll(/&(?:amp|quot|#39|lt|gt);/g, (entity) => entities[entity]!);
}

const textOf = (page: string) =>
  page
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
