import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { LetterKind } from '../../schema/letters.ts';
import type { ReceiptCode } from '../../schema/receipt.ts';
import { seal, unseal } from './sealing.ts';

/** What a person gave or was told, as it is sealed. */
export interface PersonalData {
	email?: string;
	/** Where letters are posted to, line by line, where there is no e-mail address. */
	post?: string;
	name?: string;
	/** The person acted for, where it is another than who asks. */
	onBehalfOf?: string;
	/** What to look for, in the person's own words. */
	details?: string;
	correction?: { what: string; shouldBe: string };
	/** Why somebody objects. */
	reason?: string;
	/** How it is known that a subscriber who came from another system agreed. */
	consent?: string;
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

/** A file sealed under a key of its own, which is sealed under DATA_KEY. */
export type SealedFile = Pick<SealedRow, 'sealed' | 'keyWrapped' | 'keyId'>;

/** Everything that is done with DATA_KEY. */
export interface Vault {
	/** Names DATA_KEY without telling it: a store sealed under another one is noticed at start. */
	readonly keyId: string;
	/** The same for every way to write an address that reaches the same mailbox host and name. */
	emailIndex(email: string): string;
	codeHash(code: ReceiptCode): string;
	/** A keyed hash of any other text, for one purpose. */
	blindIndex(purpose: string, text: string): string;
	/** Seals a person's data under a new key of their own, as the first version unless another is named. */
	sealNew(id: string, data: PersonalData, version?: number): SealedRow;
	/** Seals changed data under the person's own key, at the next version. */
	sealAgain(row: SealedRow, data: PersonalData): SealedRow;
	/** Throws where row, version, key or bytes are not what they were. */
	open(row: SealedRow): PersonalData;
	/** Seals what signs for a webhook. */
	sealSecret(webhookId: string, secret: Buffer): Buffer;
	openSecret(webhookId: string, sealed: Buffer): Buffer;
	/** Seals the answer to a form, for the hash of the form's key. */
	sealAnswer(keyHash: string, answer: Buffer): Buffer;
	openAnswer(keyHash: string, sealed: Buffer): Buffer;
	/** Seals the bytes of a package under a new key of their own. */
	sealFile(packageId: string, bytes: Buffer): SealedFile;
	openFile(packageId: string, file: SealedFile): Buffer;
}

const normaliseEmail = (email: string) => email.normalize('NFC').trim().toLowerCase();

/** The vault under a key of 32 bytes. */
export const createVault = (dataKey: Buffer): Vault => {
	if (dataKey.length !== 32) throw new RangeError('a data key has 32 bytes');
	const derive = (use: string) => Buffer.from(hkdfSync('sha256', dataKey, '', `noticekeeper/${use}/1`, 32));
	// Node takes 3 µs to use a KeyObject, and 13 to use the same bytes in a Buffer.
	const keyFor = (use: string) => createSecretKey(derive(use));
	const wrappingKey = keyFor('wrap');
	const indexKey = keyFor('index');
	const secretKey = keyFor('webhook-secret');
	const answerKey = keyFor('sent-answer');
	const keyId = derive('key-id').toString('hex').slice(0, 16);

	const blindIndex = (purpose: string, text: string) =>
		createHmac('sha256', indexKey).update(`${purpose}\0${text}`).digest('hex');
	const keyPlace = (row: string, wrappedBy: string) => ({ table: 'personal', row, column: 'key', version: wrappedBy });
	const dataPlace = (row: string, version: number) => ({ table: 'personal', row, column: 'sealed', version });
	const sealData = (id: string, version: number, key: KeyObject, data: PersonalData) =>
		seal(key, dataPlace(id, version), Buffer.from(JSON.stringify(data)));
	const secretPlace = (row: string) => ({ table: 'webhook', row, column: 'secret_sealed', version: 1 });
	const answerPlace = (row: string) => ({ table: 'sent_form', row, column: 'answer_sealed', version: 1 });
	const filePlace = (row: string) => ({ table: 'package', row, column: 'sealed', version: 1 });
	const fileKeyPlace = (row: string, by: string) => ({ table: 'package', row, column: 'key_wrapped', version: by });
	const keyOf = (row: SealedRow) => createSecretKey(unseal(wrappingKey, keyPlace(row.id, row.keyId), row.keyWrapped));

	return {
		keyId,
		blindIndex,
		emailIndex: (email) => blindIndex('email', normaliseEmail(email)),
		codeHash: (code) => blindIndex('code', code),
		sealNew(id, data, version = 1) {
			const key = randomBytes(32);
			const keyWrapped = seal(wrappingKey, keyPlace(id, keyId), key);
			return { id, version, sealed: sealData(id, version, createSecretKey(key), data), keyWrapped, keyId };
		},
		sealAgain(row, data) {
			const version = row.version + 1;
			return { ...row, version, sealed: sealData(row.id, version, keyOf(row), data) };
		},
		// What is authenticated under the person's key is what was sealed above.
		open: (row) =>
			JSON.parse(unseal(keyOf(row), dataPlace(row.id, row.version), row.sealed).toString()) as PersonalData,
		sealSecret: (webhookId, secret) => seal(secretKey, secretPlace(webhookId), secret),
		openSecret: (webhookId, sealed) => unseal(secretKey, secretPlace(webhookId), sealed),
		sealAnswer: (keyHash, answer) => seal(answerKey, answerPlace(keyHash), answer),
		openAnswer: (keyHash, sealed) => unseal(answerKey, answerPlace(keyHash), sealed),
		sealFile(packageId, bytes) {
			const key = randomBytes(32);
			const sealed = seal(createSecretKey(key), filePlace(packageId), bytes);
			return { sealed, keyWrapped: seal(wrappingKey, fileKeyPlace(packageId, keyId), key), keyId };
		},
		openFile(packageId, { sealed, keyWrapped, keyId: by }) {
			const key = createSecretKey(unseal(wrappingKey, fileKeyPlace(packageId, by), keyWrapped));
			return unseal(key, filePlace(packageId), sealed);
		},
	};
};
