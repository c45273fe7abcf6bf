import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { fromEpoch, type Instant, instant, toEpoch } from '../schema/time.ts';
import { type Config, prepareDataDir, readConfig, requireContentDir } from './config.ts';
import { explainStop } from './explain-stop.ts';
import { createServer, type RunningServer } from './server.ts';

const usage = `Serves the site and the API.

  npm start                        with the content and the data folder of the environment
  npm start -- --at <instant>      a demonstration at another date, on a throw-away store;
                                   an instant is such as 2027-03-01T00:00:00-08:00
  npm start -- --content <folder>  with that content in place of the environment's
  npm start -- --help              this text

The environment says the rest (PORT, CONTENT_DIR, DATA_DIR, SMTP_URL …): see /docs/operators/.
`;

const systemClock = () => fromEpoch(Date.now());

/** A clock that read `at` when it was started and runs on from there. */
const clockFrom = (at: Instant) => {
	const started = performance.now();
	return () => fromEpoch(toEpoch(at) + (performance.now() - started));
};

const parseAt = (text: string): Instant => {
	try {
		return instant(text);
	} catch {
		throw new TypeError(`--at: '${text}' is not a date and time with an offset, such as 2027-03-01T00:00:00-08:00.`);
	}
};

const readArguments = () => {
	const { values } = parseArgs({
		options: { at: { type: 'string' }, content: { type: 'string' }, help: { type: 'boolean' } },
	});
	if (values.help) {
		console.log(usage);
		process.exit(0);
	}
	return { demoAt: values.at === undefined ? null : parseAt(values.at), content: values.content };
};

const withContent = (config: Config, content: string | undefined): Config =>
	content === undefined ? config : { ...config, contentDir: resolve(content) };

const forDemonstration = (config: Config): Config => ({
	...config,
	dataDir: mkdtempSync(join(tmpdir(), 'noticekeeper-demonstration-')),
	databaseUrl: undefined,
	// What was never published is not signed with the key that people trust.
	signingKey: undefined,
	mail: { ...config.mail, smtpUrl: undefined },
});

const lines = (url: string, config: Config, demoAt: Instant | null) => [
	'',
	...(demoAt ? [`A demonstration at ${demoAt}, on a throw-away store in ${config.dataDir}.`] : []),
	`  notices    ${url}/`,
	`  guide      ${url}/docs/`,
	`  desk       ${url}/desk/   (its first person: npm run admin -- person add --help)`,
	`  GraphQL    ${url}/graphql   (its schema: ${url}/schema.graphql)`,
	`  data       ${config.dataDir}`,
	`Ready on ${url}`,
];

/** A terminal sends Ctrl-C to the whole group, so that one keystroke arrives twice: from it, and handed on by the parent. */
const echoMs = 500;

const stopOnSignals = (server: RunningServer, tidy: () => unknown) => {
	let stoppingSince: number | null = null;
	const stop = () => {
		if (stoppingSince !== null) {
			if (performance.now() - stoppingSince > echoMs) process.exit(1);
			return;
		}
		stoppingSince = performance.now();
		server.close().then(
			() => {
				tidy();
				process.exit(0);
			},
			(error) => explainStop(error),
		);
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
};

try {
	const { demoAt, content } = readArguments();
	const given = withContent(readConfig(), content);
	const config = demoAt ? forDemonstration(given) : given;
	requireContentDir(config.contentDir);
	prepareDataDir(config.dataDir);
	const log = pino({ level: config.logLevel });
	const server = await createServer({
		config,
		now: demoAt ? clockFrom(demoAt) : systemClock,
		demo: demoAt !== null,
		log,
		onLine: (line) => console.log(line),
	});
	stopOnSignals(server, () => demoAt && rmSync(config.dataDir, { recursive: true, force: true }));
	// One promise that nobody waited for must not take everybody's server away, nor go unheard.
	process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed that nobody waited for'));
	for (const line of lines(server.url, config, demoAt)) console.log(line);
} catch (error) {
	explainStop(error);
}
