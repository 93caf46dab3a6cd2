/** The parameter by which an app says for whose sub-platform somebody signs in: its name in addresses. */
export const subPlatformParameter = 'sub_platform';

export function subPlatformSaid(params: Readonly<Record<string, unknown>>): string | undefined {
  const said = params[subPlatformParameter];
  return typeof said === 'string' ? said : undefined;
}
