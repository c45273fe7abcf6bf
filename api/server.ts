import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Instant } from '../schema/time.ts';
import { type Config, projectRoot } from './config.ts';
import { createApi } from './graphql/yoga.ts';
import { createIdentityProvider } from './identity-provider.ts';
import { type Jobs, startJobs } from './jobs.ts';
import { openMail } from './mail/open.ts';
import { takeContent } from './publish/content.ts';
import { openSiteHost, type SiteHost } from './publish/host.ts';
import { startUpkeep } from './publish/upkeep.ts';
import { createRoutes, send } from './routes.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { signedCheckpoint } from './service/event-log.ts';
import { createMonitoring } from './service/monitoring.ts';
import { loadSigningKeys } from './signing-key.ts';
import { openStore, type Store } from './store/open.ts';
import { createUploads, uploadSeconds, uploadsPath } from './uploads.ts';

export interface ServerOptions {
	config: Config;
	/** What the clock says; a production server is given the machine's, a test or a demonstration its own. */
	now: () => Instant;
	/** Whether every page is to say that it is a demonstration on a throw-away store. */
	demo?: boolean;
	log: Logger;
	/** Called with each line of progress, for whoever watches the start. */
	onLine?: (line: string) => void;
}

export interface RunningServer {
	/** Where it listens, without a slash at the end. */
	url: string;
	store: Store;
	jobs: Jobs;
	/** Shows content that has changed, once two looks in a row find it the same. */
	refreshContent(): Promise<void>;
	close(): Promise<void>;
}

const listen = (server: Server, port: number, host: string) =>
	new Promise<string>((done, fail) => {
		server.once('error', fail);
		server.listen(port, host, () => {
			server.off('error', fail);
			const { port: own } = server.address() as AddressInfo;
			done(`http://${host.includes(':') ? `[${host}]` : host}:${own}`);
		});
	});

/** Ends a request whose body takes too long to arrive; files may take longer than anything else. */
const limitTime = (request: IncomingMessage) => {
	const seconds = request.url?.startsWith(uploadsPath) ? uploadSeconds : 15;
	const timer = setTimeout(() => {
		if (!request.complete) request.destroy();
	}, seconds * 1000).unref();
	request.once('close', () => clearTimeout(timer));
};

const closeServer = async (server: Server) => {
	const closed = new Promise<void>((done) => server.close(() => done()));
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), 5_000).unref();
	await closed;
};

/** What a start must undo when a later step of it fails, last step first. */
const undoing = () => {
	const steps: (() => unknown)[] = [];
	return {
		push: (step: () => unknown) => steps.push(step),
		async run() {
			for (const step of steps.splice(0).reverse()) await step();
		},
	};
};

/**
 * Site and API on one port, over one store and one content folder. Resolves when all of it is ready; what can be refused
 * at once (mail, port, store) is tried before the site is built.
 */
export const createServer = async (options: ServerOptions): Promise<RunningServer> => {
	const { config, now, log, demo = false, onLine = () => {} } = options;
	const undo = undoing();
	try {
		const mail = await openMail(config, onLine);
		undo.push(() => mail.close());
		let site: SiteHost | null = null;
		let ownUrl = '';
		const keys = loadSigningKeys(config.signingKey, config.dataDir, onLine);
		const store = await openStore(config, onLine);
		undo.push(() => store.close());
		const content = await takeContent({ contentDir: config.contentDir, demo });
		const library = () => site?.library() ?? content.library;
		const shared = { store, now, library, publicUrl: config.publicUrl, signingKey: keys.key, log };
		let jobs: Jobs | null = null;
		const { yoga, bell, requestBell } = createApi({
			...shared,
			identityProvider: config.identityProvider
				? createIdentityProvider(config.identityProvider, {
						publicUrl: config.publicUrl,
						onFailure: (code) => log.warn({ code }, 'the identity provider signed nobody in'),
					})
				: null,
			afterCommit: () => jobs?.wake(),
			trustedProxies: config.trustedProxies,
			webhookTargets: config.webhookTargets,
		});
		const report = (error: unknown) => {
			const id = randomUUID();
			log.error({ id, err: error }, 'request failed');
			return id;
		};
		const route = createRoutes({
			api: yoga,
			uploads: createUploads(shared),
			sdl: await readFile(join(projectRoot, 'schema/generated/schema.graphql'), 'utf8'),
			site: () => site,
			isReady: () => store.isReady(),
			monitoring: createMonitoring(store),
			checkpoint: () => store.read(signedCheckpoint),
			now,
			demo,
			ownUrl: () => ownUrl,
			publicUrl: config.publicUrl,
			apiUrl: config.apiUrl,
			trustedProxies: config.trustedProxies,
			report,
		});
		const server = createHttpServer(
			{ requestTimeout: uploadSeconds * 1000, headersTimeout: 10_000 },
			(request, response) => {
				limitTime(request);
				setSecurityHeaders(response, config.publicUrl);
				route(request, response).catch((error: unknown) => {
					const reference = report(error);
					if (response.headersSent) response.destroy();
					else send(response, 500, `Something went wrong on our side. Reference: ${reference}\n`);
				});
			},
		);
		ownUrl = await listen(server, config.port, config.host);
		undo.push(() => closeServer(server));
		const host = await openSiteHost({
			...config,
			content,
			demo,
			keys,
			now,
			onLine,
			onError: (error) => {
				onLine(`The site stays as it is: ${error instanceof Error ? error.message : String(error)}`);
				log.error({ err: error }, 'the next site could not be built; the old one stays');
			},
		});
		site = host;
		jobs = startJobs({ ...shared, mail, webhookTargets: config.webhookTargets });
		const upkeep = startUpkeep(host, now, (error) => log.error({ err: error }, 'the upkeep of the site failed'));
		const running = jobs;
		return {
			url: ownUrl,
			store,
			jobs: running,
			refreshContent: () => host.refresh(now()),
			async close() {
				upkeep.stop();
				bell.close();
				requestBell.close();
				await closeServer(server);
				await running.stop();
				await mail.close();
				await store.close();
			},
		};
	} catch (error) {
		await undo.run();
		throw error;
	}
};
