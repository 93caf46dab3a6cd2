/** One answer as the browser shows it. */
export interface Shown {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without pictures: cookies, redirects and forms. It stops at addresses of the app, which nobody serves. */
export class Browser {
  private readonly cookies = new Map<string, { value: string; path: string }>();

  constructor(
    private readonly origin: string,
    readonly language = 'zh-CN',
  ) {}

  async go(address: string, init: RequestInit = {}): Promise<Shown> {
    let url = new URL(address, this.origin);
    let request = init;
    for (let hop = 0; hop < 15; hop++) {
      const response = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { 'accept-language': this.language, accept: 'text/html', cookie: this.cookieFor(url), ...request.headers },
      });
      for (const line of response.headers.getSetCookie()) this.take(line);
      const location = response.headers.get('location');
      if (!location) return { url: url.href, status: response.status, headers: response.headers, text: await response.text() };
      url = new URL(location, url);
      request = {};
      if (url.origin !== this.origin) return { url: url.href, status: response.status, headers: response.headers, text: '' };
    }
    throw new Error('This goes round in circles');
  }

  /** Sends the form of the page whose action ends so, with these fields besides its hidden ones. */
  async submit(page: Shown, fields: Record<string, string>, action = ''): Promise<Shown> {
    const forms = [...page.text.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
    const form = forms.find(([, target]) => target!.endsWith(action)) ?? forms[0];
    if (!form) throw new Error(`No form on ${page.url}: ${page.text.slice(0, 400)}`);
    const hidden = [...form[2]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]);
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
    return this.go(form[1]!, { method: 'POST', body, headers: { origin: this.origin } });
  }

  private cookieFor({ pathname }: URL): string {
    const fits = ({ path }: { path: string }) => path === '/' || pathname === path || pathname.startsWith(`${path}/`);
    return [...this.cookies]
      .filter(([, cookie]) => fits(cookie))
      .map(([key, { value }]) => `${key.split('@')[0]}=${value}`)
      .join('; ');
  }

  private take(line: string): void {
    const [pair, ...attributes] = line.split('; ');
    const [name, value = ''] = pair!.split(/=(.*)/s);
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    const gone = attributes.some((each) => /^expires=Thu, 01 Jan 1970/i.test(each));
    if (gone) this.cookies.delete(`${name}@${path}`);
    else this.cookies.set(`${name}@${path}`, { value, path });
  }
}
