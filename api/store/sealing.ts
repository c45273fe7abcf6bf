import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { StoreError } from './errors.ts';

const nonceLength = 12;
const tagLength = 16;

/** Where sealed bytes stand: opened anywhere else, or at another version, they are refused. */
export interface Place {
	table: string;
	row: string;
	column: string;
	version: string | number;
}

const associated = ({ table, row, column, version }: Place) =>
	Buffer.from([table, row, column, String(version)].map((part) => `${part.length}:${part}`).join('|'));

/** AES-256-GCM: a random nonce of 12 bytes, the tag, the sealed bytes. */
export const seal = (key: KeyObject, place: Place, plain: Buffer): Buffer => {
	const nonce = randomBytes(nonceLength);
	const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
	cipher.setAAD(associated(place));
	const body = Buffer.concat([cipher.update(plain), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

const decipher = (key: KeyObject, place: Place, sealed: Buffer): Buffer => {
	const nonce = sealed.subarray(0, nonceLength);
	const opening = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
	opening.setAAD(associated(place));
	opening.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
	return Buffer.concat([opening.update(sealed.subarray(nonceLength + tagLength)), opening.final()]);
};

/** The bytes that were sealed; throws StoreError where a bit of them, of the key or of the place differs. */
export const unseal = (key: KeyObject, place: Place, sealed: Buffer): Buffer => {
	try {
		return decipher(key, place, sealed);
	} catch {
		throw new StoreError(
			`${place.table}.${place.column} at version ${place.version} cannot be opened: bytes, place or key are not those it was sealed with.`,
		);
	}
};
