import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalBytes, readCanonical } from '../schema/provenance/canonical.ts';
import { type PublicKeys, parseSigningKey, publicKeys, type SigningKey } from '../schema/provenance/keys.ts';
import { ConfigurationError } from './config.ts';
import { readOrMakeKey } from './key-file.ts';

/** What the server signs with, and every public key that it signs or once signed with; the one in use first. */
export interface SigningKeys {
	key: SigningKey;
	published: PublicKeys;
}

const parse = (text: string, from: string): SigningKey => {
	const key = parseSigningKey(text);
	if (key) return key;
	throw new ConfigurationError(
		`${from}: expected an Ed25519 private key, as PEM (PKCS #8) or as 32 bytes in base64url (43 characters).`,
	);
};

const readFormer = (file: string): PublicKeys['keys'] => {
	let bytes: Buffer;
	try {
		bytes = readFileSync(file);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw error;
	}
	const read = readCanonical(publicKeys, bytes);
	if ('wrong' in read) throw new ConfigurationError(`${file} ${read.wrong}. Restore it from a backup.`);
	return read.value.keys;
};

/** Old keys stay listed, so that what they signed can be checked for as long as somebody keeps it. */
const listWith = ({ publicJwk }: SigningKey, file: string): PublicKeys => {
	const former = readFormer(file);
	const keys = [publicJwk, ...former.filter((it) => it.kid !== publicJwk.kid)];
	if (former[0]?.kid !== publicJwk.kid) {
		const draft = `${file}.${process.pid}`;
		writeFileSync(draft, canonicalBytes({ keys }));
		renameSync(draft, file);
	}
	return { keys };
};

/** SIGNING_KEY, or the key in the data folder, which is made where there is none; and the list of all that were used. */
export const loadSigningKeys = (
	signingKey: string | undefined,
	dataDir: string,
	onLine: (line: string) => void,
): SigningKeys => {
	const file = join(dataDir, 'signing.key');
	const made = `SIGNING_KEY is not set: made one in ${file}. Keep a copy; people who pinned it would have to trust another.`;
	const key =
		signingKey === undefined
			? parse(
					readOrMakeKey(file, () => onLine(made)),
					file,
				)
			: parse(signingKey, 'SIGNING_KEY');
	return { key, published: listWith(key, join(dataDir, 'signing-keys.json')) };
};
