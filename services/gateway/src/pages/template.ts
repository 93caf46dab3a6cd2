import { readFileSync } from 'node:fs';

/** A page's text as it lies in the package's `templates`, beside both `src` and `dist`. */
export const template = (name: string): string => readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');

/** Fills `{{name}}`; values are text and become harmless in HTML. */
export function filled(page: string, values: Readonly<Record<string, string | readonly string[]>>): string {
  return page.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'string' ? escaped(value) : value.join('\n        ');
  });
}

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
