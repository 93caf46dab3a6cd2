import type { Statements } from '@lianxue/contracts';

/**
 * Lets one transaction at a time pass under a name, until it ends; others stand in line. Whoever needs several takes them here
 * together: they are taken in the same order by all, so that no two wait for each other.
 */
export async function takeTurn(statements: Statements, ...names: readonly string[]): Promise<void> {
  await statements.query(
    'select pg_advisory_xact_lock(key) from (select hashtextextended(name, 0) as key from unnest($1::text[]) name order by 1) turn',
    [names],
  );
}
