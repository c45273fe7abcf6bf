import type { z } from 'zod';
import { readCanonical } from './canonical.ts';
import { keysPath, type PublicJwk, publicKeys } from './keys.ts';
import {
	type NoticeManifest,
	noticeManifest,
	type SiteManifest,
	signaturePathOf,
	siteManifest,
	siteManifestPath,
} from './manifest.ts';
import { isSignedBy, signature } from './signature.ts';

/** Something published that is not what its publisher signed. */
export interface SiteFinding {
	/** The path that it is served at. */
	file: string;
	message: string;
}

/** Where published files are read from: a web address, a folder, memory. */
export interface SiteSource {
	/** The bytes that are served at a path; null where there is nothing. */
	read: (path: string) => Promise<Uint8Array | null>;
	/** The paths of all that is there, where that can be known. */
	list?: () => Promise<string[]>;
}

/** Takes a finding: the path, and what is wrong there. */
export type Tell = (file: string, message: string) => void;

/** Everything published about the notices, as it was signed. */
export interface SignedSite {
	site: SiteManifest;
	notices: NoticeManifest[];
	/** The thumbprint of the key in use; null where the site names none that is trusted. */
	kid: string | null;
}

const gone = 'is missing';

const readAs = async <Schema extends z.ZodType>(
	source: SiteSource,
	tell: Tell,
	path: string,
	schema: Schema,
): Promise<{ value: z.output<Schema>; bytes: Uint8Array } | null> => {
	const bytes = await source.read(path);
	const read = bytes ? readCanonical(schema, bytes) : { wrong: gone };
	if (bytes && 'value' in read) return { value: read.value, bytes };
	tell(path, 'wrong' in read ? read.wrong : gone);
	return null;
};

/** The keys that are believed: the pinned one alone, else those that the site names. */
const trustedKeys = async (source: SiteSource, tell: Tell, pinned: string | null): Promise<PublicJwk[]> => {
	const keys = (await readAs(source, tell, keysPath, publicKeys))?.value.keys ?? [];
	if (pinned === null || keys.length === 0) return keys;
	const found = keys.filter(({ kid }) => kid === pinned);
	if (found.length === 0) tell(keysPath, `does not name the key ${pinned} that was asked for`);
	return found;
};

const readSigned = async <Schema extends z.ZodType>(
	source: SiteSource,
	tell: Tell,
	path: string,
	schema: Schema,
	keys: readonly PublicJwk[],
): Promise<z.output<Schema> | null> => {
	const [signed, sealed] = [
		await readAs(source, tell, path, schema),
		await readAs(source, tell, signaturePathOf(path), signature),
	];
	if (signed && sealed && keys.length > 0 && !keys.some((key) => isSignedBy(signed.bytes, sealed.value, key))) {
		tell(path, `does not match its signature (${signaturePathOf(path)}) by any trusted key`);
	}
	return signed?.value ?? null;
};

const readNotices = async (source: SiteSource, tell: Tell, site: SiteManifest, keys: readonly PublicJwk[]) => {
	const manifests: NoticeManifest[] = [];
	for (const { path, notice } of site.notices) {
		const manifest = await readSigned(source, tell, path, noticeManifest, keys);
		if (manifest && manifest.notice !== notice) tell(path, `is about ${manifest.notice}, not about ${notice}`);
		if (manifest) manifests.push(manifest);
	}
	return manifests;
};

/**
 * What a site says of itself over its signature, each flaw told. With a pinned thumbprint only that key is trusted. Null
 * where it says nothing that can be read.
 */
export const readSignedSite = async (
	source: SiteSource,
	pinned: string | null,
	tell: Tell,
): Promise<SignedSite | null> => {
	const keys = await trustedKeys(source, tell, pinned);
	const site = await readSigned(source, tell, siteManifestPath, siteManifest, keys);
	if (!site) return null;
	return { site, notices: await readNotices(source, tell, site, keys), kid: keys[0]?.kid ?? null };
};
