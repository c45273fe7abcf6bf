import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import type { Library } from '../../schema/notice/model.ts';
import type { Instant } from '../../schema/time.ts';
import { addSeconds } from '../../schema/time.ts';
import type { SigningKeys } from '../signing-key.ts';
import { type Build, buildSite } from './build.ts';
import { touch } from './builds.ts';
import { type Content, takeContent } from './content.ts';
import { readHeaders } from './headers.ts';
import { sealOf } from './seal.ts';
import { unpublishedLines } from './unpublished.ts';
import { watchContent } from './watch-content.ts';

type Next = (error?: unknown) => void;
type Handler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;
type PageHandler = (request: IncomingMessage, response: ServerResponse, next: Next, locals: object) => Promise<void>;

export interface Site {
	/** Absolute path of its build. */
	folder: string;
	validUntil: Instant | null;
	/** The files of the build. */
	files: Handler;
	/** The pages that are rendered per request. */
	pages: PageHandler;
	/** Answers with the page that says that there is none at this address. */
	notFound: (response: ServerResponse) => void;
}

export interface SiteHostOptions {
	/** Where the content is written; looked at now and then for changes. */
	contentDir: string;
	/** The content to begin with. */
	content: Content;
	publicUrl: string;
	apiUrl: string | undefined;
	demo: boolean;
	/** What the manifests are signed with. */
	keys: SigningKeys;
	now: () => Instant;
	onLine?: (line: string) => void;
	/** Told when something could not be built; the present site stays until it is no longer right. */
	onError: (error: unknown) => void;
}

export interface SiteHost {
	/** What the pages say, which is what the API has to say. */
	library(): Library;
	/**
	 * The site that is right at this instant; where its build is not ready, waits for it rather than show a wrong page.
	 * Where that build fails the old site stays, and `onError` is told at every try.
	 */
	at(now: Instant): Promise<Site>;
	/** Begins the build of what comes next, once it is near. */
	prepare(now: Instant): void;
	/**
	 * Looks whether the content has changed and, once nobody writes to it any more, shows it. What is invalid, or cannot be
	 * built, leaves the present site standing, and `onError` is told.
	 */
	refresh(now: Instant): Promise<void>;
	/** Notes that what is shown is in use. */
	keep(): Promise<void>;
}

/** How long before a change its build is begun. */
const aheadSeconds = 15 * 60;

/** Types that feed readers and archives look for and no table of file extensions knows. */
const types: readonly [end: RegExp, type: string][] = [
	[/\/feed[a-z-]*\.json$/, 'application/feed+json; charset=utf-8'],
	[/\/timemap\.link$/, 'application/link-format; charset=utf-8'],
];

const typeOf = (path: string) => types.find(([end]) => end.test(path))?.[1];

const setHeaders = (response: ServerResponse, headers: Record<string, string> = {}) => {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
};

const sendSealed = (response: ServerResponse, bytes: Buffer) => {
	response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' });
	response.end(bytes);
};

/**
 * The pages that are rendered per request. Each of their programs hears of every unhandled rejection, keeps the process
 * from doing so, and logs the address of the page, which may hold a token: that ear is closed again.
 */
const loadHandler = async (entry: string): Promise<PageHandler> => {
	const before = process.listeners('unhandledRejection');
	const { handler } = (await import(entry)) as { handler: PageHandler };
	for (const listener of process.listeners('unhandledRejection')) {
		if (!before.includes(listener)) process.off('unhandledRejection', listener);
	}
	return handler;
};

const load = async (build: Build, keys: SigningKeys): Promise<Site> => {
	const client = join(build.folder, 'client');
	const entry = pathToFileURL(join(build.folder, 'server/entry.mjs')).href;
	const handler = await loadHandler(entry);
	const headers = await readHeaders(build.folder);
	const seal = await sealOf(build.folder, keys);
	const notFoundPage = await readFile(join(client, '404.html'), 'utf8');
	const serve = sirv(client, {
		brotli: true,
		etag: true,
		dotfiles: true,
		setHeaders: (response, path) => {
			const immutable = path.startsWith('/_astro/');
			const lasting = immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
			if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', lasting);
			const type = typeOf(path);
			if (type) response.setHeader('Content-Type', type);
		},
	});
	const files: Handler = (request, response, next) => {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		const sealed = seal.get(path);
		if (sealed) return sendSealed(response, sealed);
		// Before sirv looks: a 304 that did not repeat a page's own policy would put the server's strictest in its place.
		setHeaders(response, headers[path]);
		return serve(request, response, next);
	};
	const notFound = (response: ServerResponse) => {
		setHeaders(response, headers['/404/']);
		response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
		response.end(notFoundPage);
	};
	const pages: PageHandler = (request, response, next, locals) => {
		// Stands where a page that is rendered per request finds nothing and shows the page of 404; every other has its own.
		setHeaders(response, headers['/404/']);
		return handler(request, response, next, locals);
	};
	return { folder: build.folder, validUntil: build.validUntil, files, pages, notFound };
};

const covers = (site: Site, now: Instant) => site.validUntil === null || now < site.validUntil;

/** How long the old site stands before a build that failed is tried again. */
const retrySeconds = 60;

/** Serves builds one after another, each within its stretch of time only, and new content as soon as it is built. */
export const openSiteHost = async (options: SiteHostOptions): Promise<SiteHost> => {
	const { contentDir, demo, publicUrl, apiUrl, keys, onLine = () => {} } = options;
	const build = async (content: Content, at: Instant) =>
		load(await buildSite({ content, at, publicUrl, apiUrl, demo, onLine }), keys);
	let content = options.content;
	let current = await build(content, options.now());
	let next: Promise<Site> | null = null;
	let retryAt: Instant | null = null;

	const tellUnpublished = (now: Instant) => {
		for (const line of unpublishedLines(content.library, now)) onLine(line);
	};
	tellUnpublished(options.now());

	const begin = (from: Instant) => {
		next ??= build(content, from);
		// Whoever waits for this build meets its failure too; here it is only kept from being an unhandled one.
		next.catch(() => {});
		return next;
	};
	const failed = (error: unknown, now: Instant) => {
		next = null;
		retryAt = addSeconds(now, retrySeconds);
		options.onError(error);
	};
	const advance = async (now: Instant) => {
		const of = content;
		try {
			const site = await begin(now);
			if (of !== content) return;
			if (site.validUntil === null || current.validUntil === null || site.validUntil > current.validUntil)
				current = site;
			next = null;
		} catch (error) {
			if (of === content) failed(error, now);
		}
	};
	const show = async (taken: Content, now: Instant) => {
		const site = await build(taken, now);
		[content, current, next, retryAt] = [taken, site, null, null];
		tellUnpublished(now);
	};
	const look = watchContent(contentDir);

	return {
		library: () => content.library,
		async at(now) {
			while (!covers(current, now) && !(retryAt && now < retryAt)) await advance(now);
			return current;
		},
		prepare(now) {
			const near = current.validUntil && addSeconds(now, aheadSeconds) >= current.validUntil;
			if (near && current.validUntil && !next && !(retryAt && now < retryAt)) {
				begin(current.validUntil).catch((error) => failed(error, now));
			}
		},
		async refresh(now) {
			await look(async () => {
				const taken = await takeContent({ contentDir, demo });
				if (taken.fingerprint === content.fingerprint) return;
				onLine('The content has changed.');
				await show(taken, now);
				onLine('The site shows the new content.');
			}).catch(options.onError);
		},
		async keep() {
			await touch(content.folder);
			await touch(current.folder);
		},
	};
};
