import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../api/config.ts';
import { createServer, type RunningServer } from '../../api/server.ts';
import { fromEpoch, type Instant, toEpoch } from '../../schema/time.ts';
import { demoInstant, projectContent, publicUrl } from './places.ts';

export interface TestServer extends RunningServer {
	dataDir: string;
	/** What it has printed for whoever watches. */
	lines: string[];
	/** The lines of its log; none where LOG_LEVEL is silent, as it is unless a test says otherwise. */
	logged: string[];
	/** Moves the clock that the whole server reads. */
	setNow(at: Instant): void;
	addSeconds(seconds: number): void;
	now(): Instant;
	/** Lets the clock run on from where it stands, as fast as any other. */
	runClock(): void;
	[Symbol.asyncDispose](): Promise<void>;
}

/** The real server on a free port with a data folder of its own and a clock that stands until it is moved. */
export const startServer = async (env: NodeJS.ProcessEnv = {}, at: Instant = demoInstant): Promise<TestServer> => {
	const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-server-'));
	const lines: string[] = [];
	const logged: string[] = [];
	let now = at;
	let runningSince: number | null = null;
	const read = () => (runningSince === null ? now : fromEpoch(toEpoch(now) + performance.now() - runningSince));
	const config = readConfig({
		PORT: '0',
		HOST: '127.0.0.1',
		PUBLIC_URL: publicUrl,
		DATA_DIR: dataDir,
		CONTENT_DIR: projectContent,
		LOG_LEVEL: 'silent',
		...env,
	});
	const log = pino({ level: config.logLevel }, { write: (line: string) => void logged.push(line) });
	const server = await createServer({ config, now: read, log, onLine: (line) => lines.push(line) });
	return {
		...server,
		dataDir,
		lines,
		logged,
		now: read,
		runClock: () => {
			runningSince = performance.now();
		},
		setNow: (next) => {
			now = next;
		},
		addSeconds: (seconds) => {
			now = fromEpoch(toEpoch(now) + seconds * 1000);
		},
		async [Symbol.asyncDispose]() {
			await server.close();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
};
