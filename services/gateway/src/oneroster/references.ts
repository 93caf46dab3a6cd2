const rostering = '/ims/oneroster/rostering/v1p2';
const gradebook = '/ims/oneroster/gradebook/v1p2';

/** Where things of each type are found. */
const addresses: Readonly<Record<string, string>> = {
  org: `${rostering}/orgs`,
  user: `${rostering}/users`,
  class: `${rostering}/classes`,
  course: `${rostering}/courses`,
  academicSession: `${rostering}/academicSessions`,
  category: `${gradebook}/categories`,
  lineItem: `${gradebook}/lineItems`,
  scoreScale: `${gradebook}/scoreScales`,
};

type Row = Readonly<Record<string, unknown>>;

/** A row with the fields wanted, and the address of everything it refers to. */
export function presented(row: Row, fields: readonly string[] | undefined, origin: string): Row {
  const wanted = fields ? Object.entries(row).filter(([name]) => fields.includes(name)) : Object.entries(row);
  return Object.fromEntries(wanted.map(([name, value]) => [name, name === 'metadata' ? value : addressed(value, origin)]));
}

function addressed(value: unknown, origin: string): unknown {
  if (Array.isArray(value)) return value.map((each) => addressed(each, origin));
  if (typeof value !== 'object' || value === null) return value;
  const { type, sourcedId } = value as { type?: unknown; sourcedId?: unknown };
  const address = typeof type === 'string' && typeof sourcedId === 'string' ? addresses[type] : undefined;
  if (address !== undefined) return { href: `${origin}${address}/${encodeURIComponent(sourcedId as string)}`, sourcedId, type };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, addressed(each, origin)]));
}
