import pg from 'pg';
import { DataSource } from 'typeorm';

/** Connections of a service's pool. Seven services with 5 + 2 + 1 stay far below `max_connections` 200. */
const poolSize = 5;

/** How long to wait for a connection before saying 503; also what keeps nested use of the pool from hanging for ever. */
export const connectTimeoutMs = 1000;

const dateOid = 1082;

/** Days stay text: a calendar day has no time zone, a JavaScript Date has one. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === dateOid ? (value: string) => value : pg.types.getTypeParser(oid, format),
};

/** While a connection is lent out the pool does not listen to it: without this its loss would end the process. */
const surviveLoss = (client: pg.ClientBase): void => void client.on('error', () => {});

/** A class with TypeORM's `@Entity`. */
export type EntityClass = new () => object;

/** The data source of one service over its own schema. TypeORM describes the tables; nothing is ever synchronised by it. */
export function dataSource(url: string, service: string, entities: readonly EntityClass[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    applicationName: `lianxue-${service}`,
    synchronize: false,
    installExtensions: false,
    poolSize,
    extra: { connectionTimeoutMillis: connectTimeoutMs, keepAlive: true, types, onConnect: surviveLoss },
    poolErrorHandler: () => {}, // An idle connection was lost; the pool has dropped it and the next use makes another.
  });
}
