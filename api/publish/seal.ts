import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalBytes, readCanonical } from '../../schema/provenance/canonical.ts';
import { keysPath } from '../../schema/provenance/keys.ts';
import { signaturePathOf, siteManifest, siteManifestPath } from '../../schema/provenance/manifest.ts';
import { signBytes } from '../../schema/provenance/signature.ts';
import type { SigningKeys } from '../signing-key.ts';

/** The files that depend on who publishes a build and not on what is in it: signatures and keys, by the path they are served at. */
export type Seal = ReadonlyMap<string, Buffer>;

/** Signs the manifests of a build. */
export const sealOf = async (folder: string, { key, published }: SigningKeys): Promise<Seal> => {
	const bytesOf = (path: string) => readFile(join(folder, 'client', path));
	const site = readCanonical(siteManifest, await bytesOf(siteManifestPath));
	if ('wrong' in site)
		throw new Error(`${siteManifestPath} of ${folder} ${site.wrong}. Remove the folder and build again.`);
	const seal = new Map([[keysPath, canonicalBytes(published)]]);
	for (const path of [siteManifestPath, ...site.value.notices.map((it) => it.path)]) {
		seal.set(signaturePathOf(path), canonicalBytes(signBytes(await bytesOf(path), key)));
	}
	return seal;
};

/** Writes a seal beside what it signs, for a host that serves files alone. */
export const writeSeal = async (folder: string, seal: Seal): Promise<void> => {
	for (const [path, bytes] of seal) {
		const file = join(folder, 'client', path);
		await writeFile(`${file}.${process.pid}`, bytes);
		await rename(`${file}.${process.pid}`, file);
	}
};
