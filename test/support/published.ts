import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { sealOf } from '../../api/publish/seal.ts';
import type { SigningKeys } from '../../api/signing-key.ts';
import { parseSigningKey } from '../../schema/provenance/keys.ts';
import type { SiteSource } from '../../schema/provenance/signed-site.ts';

/** The key of the example in RFC 8037, which signs nothing but tests. */
export const testSeed = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';

/** A key from 32 bytes in base64url, as the only one that was ever used. */
export const keysFrom = (seed: string): SigningKeys => {
	const key = parseSigningKey(seed);
	if (!key) throw new Error('this is no Ed25519 key');
	return { key, published: { keys: [key.publicJwk] } };
};

/** All that a built site serves, by its path, sealed with a key. */
export const publishedFiles = async (client: string, keys: SigningKeys): Promise<Map<string, Buffer>> => {
	const files = readdirSync(client, { recursive: true, withFileTypes: true })
		.filter((it) => it.isFile() && !it.name.endsWith('.br') && it.name !== '_headers')
		.map((it) => join(it.parentPath, it.name));
	const pathOf = (file: string) =>
		`/${relative(client, file).replaceAll('\\', '/')}`.replace(/(^|\/)index\.html$/, '$1');
	return new Map([
		...files.map((file): [string, Buffer] => [pathOf(file), readFileSync(file)]),
		...(await sealOf(dirname(client), keys)),
	]);
};

/** A published site in memory. */
export const memorySource = (files: ReadonlyMap<string, Uint8Array>): SiteSource => ({
	read: async (path) => files.get(path) ?? null,
	list: async () => [...files.keys()],
});
