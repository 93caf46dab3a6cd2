import type { FoundRow } from '@lianxue/persistence';

export type Row = Record<string, unknown>;

/** A reference, to which the façade adds the address. */
export const reference = (type: 'org' | 'user' | 'class' | 'course' | 'academicSession', sourcedId: string | null | undefined) =>
  sourcedId ? { type, sourcedId } : undefined;

/** What every row has; fields without a value are left out. */
export function row({ id, at, status }: FoundRow, fields: Row): Row {
  const present = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return { sourcedId: id, status, dateLastModified: at.toISOString(), ...Object.fromEntries(present) };
}

export const gradeCode = (ordinal: number): string => String(ordinal).padStart(2, '0');
