import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { prepareDataDir, readConfig } from '../../api/config.ts';
import { createServer } from '../../api/server.ts';
import { fromEpoch, instant, toEpoch } from '../../schema/time.ts';
import { demoInstant } from './places.ts';

/** The clock of a file, which a test moves whatever dies meanwhile; else one that starts while the announced change is open. */
const clock = () => {
	const file = process.env.TEST_CLOCK;
	if (file) return () => instant(readFileSync(file, 'utf8'));
	const started = performance.now();
	return () => fromEpoch(toEpoch(demoInstant) + (performance.now() - started));
};

/** The server of `npm start` as a program of its own, with a clock of the test's. */
const config = readConfig();
prepareDataDir(config.dataDir);
const log = pino({ level: config.logLevel });
const server = await createServer({ config, now: clock(), log, onLine: (line) => console.log(line) });
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log(`Ready on ${server.url}`);
