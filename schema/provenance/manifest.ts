import { z } from 'zod';
import { hash } from '../source/ledger.ts';
import { instantField } from '../time.ts';

/** Where the manifest of the whole site stands; it leads to those of the notices. */
export const siteManifestPath = '/.well-known/noticekeeper-manifest.json';
export const ledgerPath = '/.well-known/notice-ledger.json';

/** Where the signature of a manifest stands. */
export const signaturePathOf = (manifestPath: string): string => manifestPath.replace(/\.json$/, '.sig.json');

const path = z.string().startsWith('/');

/** A file that is served at a path, and the SHA-256 of its bytes. */
const file = z.strictObject({ path, sha256: hash });
export type HashedFile = z.output<typeof file>;

/** How long the ledger was, and the hash of its last entry; null where it was empty. */
const ledgerHead = z.strictObject({ entries: z.int().min(0), head: hash.nullable() });
export type LedgerHead = z.output<typeof ledgerHead>;

const edition = z.strictObject({
	locale: z.string(),
	/** The MDX file within the content folder, and the SHA-256 of its bytes. */
	source: z.strictObject({ file: z.string(), sha256: hash }),
	/** The hash in the ledger: that of the file at `text`. */
	sha256: hash,
	text: path,
	page: file,
	/** Whether this is a translation that the controlling text has outrun. */
	stale: z.boolean(),
	/** Its line in the ledger; null while it is not published there. */
	ledger: z.strictObject({ publishedAt: instantField, previous: hash.nullable(), entryHash: hash }).nullable(),
});
export type ManifestEdition = z.output<typeof edition>;

const version = z.strictObject({
	version: z.string(),
	status: z.enum(['ANNOUNCED', 'IN_FORCE', 'SUPERSEDED', 'WITHDRAWN']),
	class: z.string(),
	announcedAt: instantField,
	effectiveAt: instantField,
	supersededAt: instantField.nullable(),
	withdrawnAt: instantField.nullable(),
	predecessor: z.string().nullable(),
	editions: z.array(edition),
});
export type ManifestVersion = z.output<typeof version>;

/** Everything about one notice that its publisher vouches for. */
export const noticeManifest = z.strictObject({
	format: z.literal('noticekeeper-notice-1'),
	/** The address that the site is published at, without a slash at its end. */
	site: z.string(),
	notice: z.string(),
	zone: z.string(),
	locales: z.array(z.string()),
	ledger: ledgerHead,
	versions: z.array(version),
	/** Every other file under the notice's addresses: its own page, histories, comparisons, feeds. */
	files: z.array(file),
});
export type NoticeManifest = z.output<typeof noticeManifest>;

/** Everything else on the site, and where the manifests of its notices stand. */
export const siteManifest = z.strictObject({
	format: z.literal('noticekeeper-site-1'),
	site: z.string(),
	ledger: ledgerHead,
	notices: z.array(file.extend({ notice: z.string() })),
	files: z.array(file),
});
export type SiteManifest = z.output<typeof siteManifest>;
