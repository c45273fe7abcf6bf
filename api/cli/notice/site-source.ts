import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { siteManifestPath } from '../../../schema/provenance/manifest.ts';
import type { SiteSource } from '../../../schema/provenance/signed-site.ts';
import { UsageError } from './command.ts';

const timeoutMs = 15_000;

const fetchOrExplain = async (url: string) => {
	try {
		return await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
	} catch {
		throw new UsageError(`${new URL(url).origin} cannot be reached. Look at the address, and try again.`);
	}
};

/** The site that an address belongs to, as it is served; throws UsageError where nothing answers. */
export const webSource = (address: string): SiteSource => ({
	read: async (path) => {
		const response = await fetchOrExplain(new URL(address).origin + path);
		return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
	},
});

/** The folder of a built site's files: the one named, or `client/` in it; null where neither is one. */
export const builtFolder = (folder: string): string | null =>
	[folder, join(folder, 'client')].find((it) => existsSync(join(it, siteManifestPath))) ?? null;

const readOrNull = (file: string) =>
	readFile(file).catch((error: NodeJS.ErrnoException) => {
		if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(error.code ?? '')) return null;
		throw error;
	});

const unpacked = (bytes: Buffer): Buffer | null => {
	try {
		return brotliDecompressSync(bytes);
	} catch {
		return null;
	}
};

const isTwin = (path: string) => path.endsWith('.br');

/** A built site in a folder. A file and a compressed twin that holds something else read as neither. */
export const folderSource = (folder: string): SiteSource => ({
	read: async (path) => {
		const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
		const [plain, packed] = [await readOrNull(file), await readOrNull(`${file}.br`)];
		return plain && packed && !unpacked(packed)?.equals(plain) ? Buffer.concat([plain, packed]) : plain;
	},
	list: async () => {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		return entries
			.filter((it) => it.isFile() && !isTwin(it.name))
			.map((it) => `/${relative(folder, join(it.parentPath, it.name)).replaceAll('\\', '/')}`)
			.map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
	},
});
