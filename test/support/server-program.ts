import { pino } from 'pino';
import { prepareDataDir, readConfig } from '../../api/config.ts';
import { createServer } from '../../api/server.ts';
import { fromEpoch, toEpoch } from '../../schema/time.ts';
import { demoInstant } from './places.ts';

/** The server of `npm start` as a program of its own, with a clock that starts while the announced change is open. */
const config = readConfig();
prepareDataDir(config.dataDir);
const started = performance.now();
const server = await createServer({
	config,
	now: () => fromEpoch(toEpoch(demoInstant) + (performance.now() - started)),
	log: pino({ level: config.logLevel }),
});
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log(`Ready on ${server.url}`);
