import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { manifestAddress, textAddress, timemapAddress } from '../../schema/notice/address.ts';
import { knownAt } from '../../schema/notice/known.ts';
import type { Library, Notice } from '../../schema/notice/model.ts';
import { canonicalBytes, sha256OfBytes } from '../../schema/provenance/canonical.ts';
import { makeNoticeManifest, makeSiteManifest } from '../../schema/provenance/make-manifest.ts';
import { ledgerPath, siteManifestPath } from '../../schema/provenance/manifest.ts';
import { timemap } from '../../schema/provenance/memento.ts';
import { readHashed } from '../../schema/source/hashed.ts';
import type { BuildOptions } from './build.ts';
import { filesUnder } from './files.ts';
import { addHeaders, hostHeadersFile } from './headers.ts';
import { linkHeaders } from './link-headers.ts';

const put = async (client: string, path: string, bytes: string | Buffer): Promise<void> => {
	const file = join(client, path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, bytes);
};

/** The path that a static file is served at. */
const pathOf = (client: string, file: string) =>
	`/${relative(client, file).replaceAll('\\', '/')}`.replace(/(^|\/)index\.html$/, '$1');

const hashesOf = async (client: string): Promise<Map<string, string>> => {
	const hashes = new Map<string, string>();
	for (const file of await filesUnder(client)) {
		if (basename(file) !== hostHeadersFile) hashes.set(pathOf(client, file), sha256OfBytes(await readFile(file)));
	}
	return hashes;
};

const placesOf = (notices: readonly Notice[]) =>
	notices.flatMap((notice) => notice.locales.map((locale) => ({ notice, locale })));

/** Writes what each edition's hash is taken of, and answers the hash of each source file's bytes by its path. */
const writeTexts = async (client: string, { notices }: Library): Promise<Map<string, string>> => {
	const sources = new Map<string, string>();
	for (const notice of notices) {
		for (const version of notice.versions) {
			for (const edition of Object.values(version.editions)) {
				const { hashed, source } = await readHashed(edition);
				sources.set(edition.file, source);
				await put(client, textAddress(notice, version, edition.locale), hashed);
			}
		}
	}
	return sources;
};

/**
 * Adds to the finished build in `folder` what proves it: the hashed text of each edition, the ledger, the time maps, the link headers,
 * and, over every file, the manifests. All of it follows from content and instant, so that two builds give the same bytes.
 */
export const writeProvenance = async ({ content, publicUrl, at }: BuildOptions, folder: string): Promise<void> => {
	const client = join(folder, 'client');
	const library = knownAt(content.library, at);
	const sources = await writeTexts(client, library);
	await put(client, ledgerPath, canonicalBytes(library.ledger));
	for (const place of placesOf(library.notices)) {
		const map = timemap({ ...place, publicUrl }, at);
		if (map) await put(client, timemapAddress(place.notice, place.locale), map);
	}
	await addHeaders(folder, linkHeaders(library.notices, publicUrl, at));
	const built = {
		library,
		now: at,
		publicUrl,
		hashes: await hashesOf(client),
		sourceOf: ({ file }: { file: string }) => ({
			file: relative(content.folder, file).replaceAll('\\', '/'),
			sha256: sources.get(file) ?? '',
		}),
	};
	const manifests = new Map<string, string>();
	for (const notice of library.notices) {
		const bytes = canonicalBytes(makeNoticeManifest(built, notice));
		manifests.set(notice.slug, sha256OfBytes(bytes));
		await put(client, manifestAddress(notice), bytes);
	}
	await put(client, siteManifestPath, canonicalBytes(makeSiteManifest(built, manifests)));
};
