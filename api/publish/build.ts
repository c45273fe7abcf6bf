import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serialize } from 'node:v8';
import { brotliCompress, constants } from 'node:zlib';
import { nextChangeAt } from '../../schema/notice/timeline.ts';
import type { Instant } from '../../schema/time.ts';
import { projectRoot } from '../config.ts';
import { BuildError, buildsDir, touch } from './builds.ts';
import type { Content } from './content.ts';
import { filesUnder } from './files.ts';
import { writeProvenance } from './provenance.ts';

export interface BuildOptions {
	content: Content;
	publicUrl: string;
	/** Where the API is hosted, if elsewhere than the site. */
	apiUrl?: string | undefined;
	/** The instant to show the site at. */
	at: Instant;
	/** Whether every page is to say that it is a demonstration. */
	demo: boolean;
	/** Told when a build begins and ends. */
	onLine?: (line: string) => void;
}

export interface Build {
	/** Absolute path of the folder that holds `client/` and `server/`. */
	folder: string;
	/** The instant from which the build is no longer right; null where nothing further is announced. */
	validUntil: Instant | null;
}

const brotli = promisify(brotliCompress);

const sources = [
	'site',
	'schema',
	'api/publish',
	'content/docs',
	'astro.config.mjs',
	'package-lock.json',
	'tsconfig.json',
];

/** A fingerprint of everything that a build is made from, but the instant, which only a demonstration's pages print. */
const fingerprint = async ({ content, publicUrl, apiUrl, demo, at }: BuildOptions): Promise<string> => {
	const hash = createHash('sha256').update(JSON.stringify([content.fingerprint, publicUrl, apiUrl, demo && at]));
	for (const source of sources) {
		const files = await filesUnder(join(projectRoot, source));
		for (const file of files.sort()) hash.update(`\n${file}\n`).update(await readFile(file));
	}
	return hash.digest('hex').slice(0, 20);
};

/** The file in a build's cache that hands it what the server has read of the content. */
const libraryIn = (cacheDir: string) => join(cacheDir, 'library');

const runAstro = (options: BuildOptions, outDir: string, cacheDir: string): Promise<void> =>
	new Promise((done, fail) => {
		const astro = join(projectRoot, 'node_modules/astro/bin/astro.mjs');
		const child = spawn(process.execPath, [astro, 'build', '--root', projectRoot], {
			cwd: projectRoot,
			env: {
				...process.env,
				NODE_ENV: 'production',
				ASTRO_TELEMETRY_DISABLED: '1',
				FORCE_COLOR: '0',
				CONTENT_DIR: options.content.folder,
				LIBRARY_FILE: libraryIn(cacheDir),
				PUBLIC_URL: options.publicUrl,
				API_URL: options.apiUrl ?? '',
				BUILD_AT: options.at,
				OUT_DIR: outDir,
				CACHE_DIR: cacheDir,
				DEMO: options.demo ? options.at : '',
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		const take = (text: Buffer) => {
			output += text;
		};
		child.stdout.on('data', take);
		child.stderr.on('data', take);
		child.on('error', fail);
		child.on('close', (code) => (code === 0 ? done() : fail(new BuildError(output.trim().slice(-6000)))));
	});

const compressible = /\.(html|css|js|svg|xml|atom|json|txt|graphql)$/;

/** Pages of one version or of two: there are as many as there is history, and few of them are read often. */
const ofHistory = /\/\d{4}-\d{2}-\d{2}/;

/** What is longer, in bytes, has grown with the history: a manifest, a ledger, the list of all versions. */
const longest = 100_000;

/** The last tenth of size costs twenty times the work, so it is saved where most people read. */
const qualityOf = (path: string, length: number) => (ofHistory.test(path) || length > longest ? 5 : 11);

/** Writes a Brotli twin beside each text file, since a page is compressed once and read many times. */
const compress = async (folder: string): Promise<void> => {
	const files = (await filesUnder(folder)).filter((file) => compressible.test(file));
	const one = async (file: string) => {
		const source = await readFile(file);
		const params = {
			[constants.BROTLI_PARAM_QUALITY]: qualityOf(file.slice(folder.length), source.length),
			[constants.BROTLI_PARAM_SIZE_HINT]: source.length,
		};
		const compressed = await brotli(source, { params });
		if (compressed.length < source.length) await writeFile(`${file}.br`, compressed);
	};
	for (let first = 0; first < files.length; first += 8) await Promise.all(files.slice(first, first + 8).map(one));
};

/**
 * The site as it is at an instant: the one already built for that content, code and stretch of time, else a new one,
 * made beside it and renamed into place whole. Throws BuildError where it cannot be built.
 */
export const buildSite = async (options: BuildOptions): Promise<Build> => {
	const validUntil = nextChangeAt(options.content.library, options.at);
	const name = `${await fingerprint(options)}-until-${validUntil?.replace(/\D/g, '') ?? 'further-notice'}`;
	const folder = join(buildsDir, name);
	if (existsSync(join(folder, 'complete'))) {
		await touch(folder);
		return { folder, validUntil };
	}
	const draft = `${folder}.${process.pid}.${Math.round(performance.now())}`;
	const cacheDir = `${draft}.cache`;
	for (const it of [draft, cacheDir]) await mkdir(it, { recursive: true });
	const started = performance.now();
	options.onLine?.(`Building the site as it is at ${options.at} …`);
	try {
		await writeFile(libraryIn(cacheDir), serialize(options.content.library));
		await runAstro(options, draft, cacheDir);
		await writeProvenance(options, draft);
		await compress(join(draft, 'client'));
		await writeFile(join(draft, 'complete'), '');
		options.onLine?.(`Built in ${Math.round((performance.now() - started) / 1000)} s.`);
		await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
			// Another process finished the same build first: theirs is as good.
			if (!existsSync(join(folder, 'complete'))) throw error;
			await rm(draft, { recursive: true, force: true });
		});
		return { folder, validUntil };
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		throw error;
	} finally {
		await rm(cacheDir, { recursive: true, force: true });
	}
};
