import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the PostgreSQL of this test run listens, if the set-up has started one. */
		postgresUrl?: string;
	}
}

let own: Promise<PostgresServer> | undefined;

/** The server of the whole run, else one of this process, which ends with it. */
const serverUrl = async (): Promise<string> => {
	const shared = inject('postgresUrl');
	if (shared) return shared;
	own ??= startPostgres();
	return (await own).url;
};

/** The address of a new, empty database. */
export const newDatabase = async (): Promise<string> => {
	const url = new URL(await serverUrl());
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const client = new pg.Client({ connectionString: url.href });
	await client.connect();
	await client.query(`create database ${name}`);
	await client.end();
	url.pathname = `/${name}`;
	return url.href;
};
