import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { LetterKind } from '../../schema/letters.ts';
import type { ReceiptCode } from '../../schema/receipt.ts';
import type { Correction } from '../../schema/request/submission.ts';
import type { Keyring } from './derive-keys.ts';
import { StoreError } from './errors.ts';
import { sealIndexKey } from './keyring.ts';
import { type Place, seal, unseal } from './sealing.ts';

/** What a person gave or was told, as it is sealed. */
export interface PersonalData {
	email?: string;
	/** Where letters are posted to, line by line, where there is no e-mail address. */
	post?: string;
	name?: string;
	/** The person acted for, where it is another than who asks. */
	onBehalfOf?: string;
	/** Where that person is asked whether an agent may act for them. */
	onBehalfOfEmail?: string;
	/** What to look for, in the person's own words. */
	details?: string;
	/** One correction, as records from before several could be asked for have it. */
	correction?: Correction;
	/** Numbered from 1. */
	corrections?: readonly Correction[];
	/** Of a person whose correction was refused, by the id of the request and the number of the correction. */
	statements?: Record<string, Record<number, string>>;
	/** Why somebody objects. */
	reason?: string;
	/** How it is known that a subscriber who came from another system agreed. */
	consent?: string;
	/** What was written about the requests, by the id of the message; with the names of its files, by their ids. */
	messages?: Record<string, { text: string; files?: Record<string, string> }>;
	/** The receipt code, so that it can be mailed again. */
	code?: string;
	/** What staff wrote, by the id of the request or objection and the letter it is for. */
	said?: Record<string, Partial<Record<LetterKind, string>>>;
}

/** The columns of `personal` that hold sealed data. */
export interface SealedRow {
	id: string;
	version: number;
	sealed: Buffer;
	keyWrapped: Buffer;
	keyId: string;
}

/** A file sealed under a key of its own, which is sealed under the data key. */
export type SealedFile = Pick<SealedRow, 'sealed' | 'keyWrapped' | 'keyId'>;

/** The key of a person or a file, under the data key that `keyId` names. */
export type WrappedKey = Pick<SealedRow, 'id' | 'keyWrapped' | 'keyId'>;

/** The tables that hold such keys. */
export type WrappedIn = 'personal' | 'package';

/** Everything that is done with the data key. */
export interface Vault {
	/** Names the data key that seals, without telling it. */
	readonly keyId: string;
	/** Whether it takes the place of another one, which still opens. */
	readonly rotates: boolean;
	/** The same for every way to write an address that reaches the same mailbox host and name. */
	emailIndex(email: string): string;
	codeHash(code: ReceiptCode): string;
	/** The key of these hashes, under the data key that seals, as a store keeps it. */
	sealedIndexKey(): string;
	/** A keyed hash of any other text, for one purpose. */
	blindIndex(purpose: string, text: string): string;
	/** Seals a person's data under a new key of their own, as the first version unless another is named. */
	sealNew(id: string, data: PersonalData, version?: number): SealedRow;
	/** Seals changed data under the person's own key, at the next version. */
	sealAgain(row: SealedRow, data: PersonalData): SealedRow;
	/** Throws StoreError where row, version, key or bytes are not what they were. */
	open(row: SealedRow): PersonalData;
	/** The same key wrapped under the data key that seals. */
	rewrap(table: WrappedIn, row: WrappedKey): WrappedKey;
	/** Seals what signs for a webhook. */
	sealSecret(webhookId: string, secret: Buffer): Buffer;
	openSecret(webhookId: string, sealed: Buffer): Buffer;
	/** Seals the answer to a form, for the hash of the form's key. */
	sealAnswer(keyHash: string, answer: Buffer): Buffer;
	openAnswer(keyHash: string, sealed: Buffer): Buffer;
	/** Seals a file that a person sent under the person's own key. */
	sealUpload(row: SealedRow, id: string, bytes: Buffer): Buffer;
	openUpload(row: SealedRow, id: string, sealed: Buffer): Buffer;
	/** Seals the bytes of a package under a new key of their own. */
	sealFile(packageId: string, bytes: Buffer): SealedFile;
	openFile(packageId: string, file: SealedFile): Buffer;
}

const normaliseEmail = (email: string) => email.normalize('NFC').trim().toLowerCase();

const keyPlace = (row: string, wrappedBy: string) => ({ table: 'personal', row, column: 'key', version: wrappedBy });
const fileKeyPlace = (row: string, by: string) => ({ table: 'package', row, column: 'key_wrapped', version: by });
const keyPlaces = { personal: keyPlace, package: fileKeyPlace };
const filePlace = (row: string) => ({ table: 'package', row, column: 'sealed', version: 1 });
const uploadPlace = (row: string) => ({ table: 'upload', row, column: 'sealed', version: 1 });
const dataPlace = (row: string, version: number) => ({ table: 'personal', row, column: 'sealed', version });
const secretPlace = (row: string) => ({ table: 'webhook', row, column: 'secret_sealed', version: 1 });
const answerPlace = (row: string) => ({ table: 'sent_form', row, column: 'answer_sealed', version: 1 });

/** The vault that seals under one data key and opens what any of them sealed. */
export const createVault = ({ sealing, former }: Keyring, indexKey: KeyObject): Vault => {
	const keyId = sealing.id;

	const blindIndex = (purpose: string, text: string) =>
		createHmac('sha256', indexKey).update(`${purpose}\0${text}`).digest('hex');
	const sealData = (id: string, version: number, key: KeyObject, data: PersonalData) =>
		seal(key, dataPlace(id, version), Buffer.from(JSON.stringify(data)));
	const unwrap = (row: WrappedKey, table: WrappedIn = 'personal') => {
		const named = [sealing, former].find((it) => it?.id === row.keyId);
		if (named) return unseal(named.wrap, keyPlaces[table](row.id, row.keyId), row.keyWrapped);
		throw new StoreError(`Something is sealed under the data key ${row.keyId}, which is not among those given.`);
	};
	const wrap = (id: string, key: Buffer, table: WrappedIn = 'personal') => ({
		keyWrapped: seal(sealing.wrap, keyPlaces[table](id, keyId), key),
		keyId,
	});
	/** What carries no name of its key is tried under one after the other. */
	const unsealAny = (use: 'secret' | 'answer', place: Place, sealed: Buffer) => {
		try {
			return unseal(sealing[use], place, sealed);
		} catch (error) {
			if (!former) throw error;
			return unseal(former[use], place, sealed);
		}
	};
	const keyOf = (row: SealedRow) => createSecretKey(unwrap(row));

	return {
		keyId,
		rotates: former !== null,
		blindIndex,
		sealedIndexKey: () => sealIndexKey(sealing, indexKey),
		emailIndex: (email) => blindIndex('email', normaliseEmail(email)),
		codeHash: (code) => blindIndex('code', code),
		sealNew(id, data, version = 1) {
			const key = randomBytes(32);
			return { id, version, sealed: sealData(id, version, createSecretKey(key), data), ...wrap(id, key) };
		},
		sealAgain(row, data) {
			const version = row.version + 1;
			return { ...row, version, sealed: sealData(row.id, version, keyOf(row), data) };
		},
		// What is authenticated under the person's key is what was sealed above.
		open: (row) =>
			JSON.parse(unseal(keyOf(row), dataPlace(row.id, row.version), row.sealed).toString()) as PersonalData,
		rewrap: (table, row) => ({ id: row.id, ...wrap(row.id, unwrap(row, table), table) }),
		sealSecret: (webhookId, secret) => seal(sealing.secret, secretPlace(webhookId), secret),
		openSecret: (webhookId, sealed) => unsealAny('secret', secretPlace(webhookId), sealed),
		sealAnswer: (keyHash, answer) => seal(sealing.answer, answerPlace(keyHash), answer),
		openAnswer: (keyHash, sealed) => unsealAny('answer', answerPlace(keyHash), sealed),
		sealUpload: (row, id, bytes) => seal(keyOf(row), uploadPlace(id), bytes),
		openUpload: (row, id, sealed) => unseal(keyOf(row), uploadPlace(id), sealed),
		sealFile(packageId, bytes) {
			const key = randomBytes(32);
			const sealed = seal(createSecretKey(key), filePlace(packageId), bytes);
			return { sealed, ...wrap(packageId, key, 'package') };
		},
		openFile(packageId, { sealed, ...wrapped }) {
			const key = createSecretKey(unwrap({ id: packageId, ...wrapped }, 'package'));
			return unseal(key, filePlace(packageId), sealed);
		},
	};
};
