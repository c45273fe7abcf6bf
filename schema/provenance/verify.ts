import { sha256OfBytes } from './canonical.ts';
import { keysPath } from './keys.ts';
import { type HashedFile, ledgerPath, siteManifestPath } from './manifest.ts';
import { readSignedSite, type SignedSite, type SiteFinding, type SiteSource, type Tell } from './signed-site.ts';
import { verifyTexts } from './verify-texts.ts';

export interface SiteReport {
	findings: SiteFinding[];
	/** How many files were read and found as they were signed, or not. */
	files: number;
	/** The thumbprint of the key that the site signs with; null where it names none that is trusted. */
	kid: string | null;
}

/** Every file that the manifests vouch for; those under a notice's addresses by its own manifest. */
const hashedFiles = ({ site, notices }: SignedSite): HashedFile[] => [
	...site.files,
	...site.notices,
	...notices.flatMap(({ files, versions }) => [
		...files,
		...versions.flatMap((version) =>
			version.editions.flatMap(({ page, text, sha256 }) => [page, { path: text, sha256 }]),
		),
	]),
];

const together = 8;

const readAll = async (source: SiteSource, files: readonly HashedFile[]): Promise<Map<string, Uint8Array | null>> => {
	const read = new Map<string, Uint8Array | null>();
	for (let first = 0; first < files.length; first += together) {
		const some = files.slice(first, first + together);
		const bytes = await Promise.all(some.map(({ path }) => source.read(path)));
		some.forEach(({ path }, index) => {
			read.set(path, bytes[index] ?? null);
		});
	}
	return read;
};

const checkHashes = (files: readonly HashedFile[], read: ReadonlyMap<string, Uint8Array | null>, tell: Tell) => {
	for (const { path, sha256 } of files) {
		const bytes = read.get(path);
		if (!bytes) tell(path, 'is missing');
		else if (sha256OfBytes(bytes) !== sha256) tell(path, 'differs from what was signed');
	}
};

/** Files that a static host takes for itself, or that are known by what they sign. */
const unsigned = (path: string) =>
	path === keysPath || path === '/_headers' || path === siteManifestPath || path.endsWith('.sig.json');

const checkExtras = async (source: SiteSource, files: readonly HashedFile[], tell: Tell) => {
	const known = new Set(files.map(({ path }) => path));
	for (const path of (await source.list?.()) ?? []) {
		if (!known.has(path) && !unsigned(path)) tell(path, 'is in no manifest');
	}
};

/**
 * Whether all that a site publishes is what its publisher signed, from nothing but its public files: signatures, the
 * ledger's chain, every file's bytes, and the words of every page against the text in the ledger.
 */
export const verifySite = async (source: SiteSource, pinned: string | null): Promise<SiteReport> => {
	const findings: SiteFinding[] = [];
	const tell: Tell = (file, message) => void findings.push({ file, message });
	const signed = await readSignedSite(source, pinned, tell);
	if (!signed) return { findings, files: 0, kid: null };
	const files = hashedFiles(signed);
	const read = await readAll(source, files);
	checkHashes(files, read, tell);
	await checkExtras(source, files, tell);
	if (!findings.some(({ file }) => file === ledgerPath)) verifyTexts(signed, read, tell);
	return { findings, files: files.length, kid: signed.kid };
};
