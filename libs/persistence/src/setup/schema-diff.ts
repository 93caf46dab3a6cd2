import type { DataSource } from 'typeorm';

/** What hand-written SQL says and entities do not: indexes, constraints by name, defaults. */
const notDescribedByEntities =
  /^(DROP INDEX|CREATE INDEX|ALTER TABLE \S+ (DROP|ADD) CONSTRAINT|ALTER TABLE \S+ ALTER COLUMN \S+ DROP DEFAULT|COMMENT ON)/i;

/**
 * What TypeORM would change so that the tables fit the entities: empty when the migrations and the entities agree.
 * Generated columns (search vectors) belong to the migrations alone.
 */
export async function schemaDiff(source: DataSource): Promise<string[]> {
  const generated: { table: string; column: string }[] = await source.query(
    `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = current_schema and is_generated = 'ALWAYS'`,
  );
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries
    .map(({ query }) => query)
    .filter(
      (query) =>
        !notDescribedByEntities.test(query) &&
        !generated.some(({ table, column }) => query.includes(`"${table}"`) && query.includes(`"${column}"`)),
    );
}
