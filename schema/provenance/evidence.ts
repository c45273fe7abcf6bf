import { z } from 'zod';
import type { LedgerEntry } from '../notice/model.ts';
import { hash, ledgerFile, verifyLedger } from '../source/ledger.ts';
import { instantField } from '../time.ts';
import { canonicalBytes, sha256OfBytes } from './canonical.ts';
import { publicJwk, type SigningKey } from './keys.ts';
import { isSignedBy, signature, signBytes } from './signature.ts';

const happened = z.strictObject({ type: z.string(), at: instantField });
const whenever = instantField.nullable();
const count = z.int().min(0);

/** A letter: its kind, and what became of it when. Never its address or its words. */
const letter = z.strictObject({
	kind: z.string(),
	queuedAt: instantField,
	sentAt: whenever,
	failedAt: whenever,
	droppedAt: whenever,
});

/** How many were told of an event of the version by a letter of its own, and how many in a digest. */
const told = z.strictObject({
	event: z.string(),
	letters: z.strictObject({ sent: count, waiting: count, dropped: count, failed: count }),
	inDigests: count,
});

/** One person's dealings under the version: no name, no address, no words. */
const dealings = z.strictObject({
	kind: z.enum(['request', 'objection']),
	receivedAt: instantField,
	streams: z.array(z.strictObject({ right: z.string().nullable(), status: z.string(), events: z.array(happened) })),
	letters: z.array(letter),
});
export type Dealings = z.output<typeof dealings>;

const statement = z.strictObject({
	format: z.literal('noticekeeper-evidence-1'),
	site: z.string(),
	madeAt: instantField,
	notice: z.string(),
	version: z.string(),
	dates: z.strictObject({
		announcedAt: instantField,
		publishedAt: whenever,
		effectiveAt: instantField,
		supersededAt: whenever,
		withdrawnAt: whenever,
		objectionsFrom: whenever,
		objectionsUntil: whenever,
	}),
	/** The text in each language, as it was hashed, so that `sha256` is that of its canonical JSON. */
	editions: z.array(
		z.strictObject({
			locale: z.string(),
			sha256: hash,
			hashed: z.strictObject({ frontMatter: z.record(z.string(), z.unknown()), text: z.string() }),
		}),
	),
	/** The whole ledger as it was then. */
	ledger: ledgerFile,
	events: z.array(happened),
	told: z.array(told),
	objectionsCounted: count,
	dealings: dealings.nullable(),
	key: publicJwk,
});

/** What was said, who was told and what was answered, without the signature. */
export type EvidenceStatement = Omit<z.output<typeof statement>, 'format' | 'key'>;

/** A signed statement; the signature covers the canonical JSON of all the rest. */
export const evidence = statement.extend({ signature });

/** Its one way to be written, so that nothing in it can be hidden from a reader and kept from the signature. */
const written = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;

/** The text of an evidence file. */
export const signEvidence = (said: EvidenceStatement, signingKey: SigningKey): string => {
	const whole = { format: 'noticekeeper-evidence-1', ...said, key: signingKey.publicJwk };
	return written({ ...whole, signature: signBytes(canonicalBytes(whole), signingKey) });
};

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
};

const checkLedger = (ledger: readonly LedgerEntry[], said: z.output<typeof evidence>): string[] => [
	...verifyLedger(ledger).map(({ field, message }) => `ledger${field}: ${message}`),
	...said.editions.flatMap(({ locale, sha256, hashed }) => {
		const isIn = ledger.some(
			(it) => it.notice === said.notice && it.version === said.version && it.locale === locale && it.sha256 === sha256,
		);
		return [
			...(sha256OfBytes(canonicalBytes(hashed)) === sha256
				? []
				: [`editions: the text in ${locale} is not the one that was hashed`]),
			...(isIn ? [] : [`editions: the text in ${locale} is not in the ledger`]),
		];
	}),
];

/** What is wrong with an evidence file, checked by nothing but itself and, where one is pinned, the thumbprint of a key. */
export const verifyEvidence = (text: string, pinned: string | null): { findings: string[]; kid: string | null } => {
	const data = parsed(text);
	if (data === null) return { findings: ['the file: is no evidence file, which is JSON'], kid: null };
	const read = evidence.safeParse(data);
	if (!read.success) {
		const [issue] = read.error.issues;
		return { findings: [`${issue?.path.join('.') || 'the file'}: ${issue?.message}`], kid: null };
	}
	const { signature: given, key } = read.data;
	const { signature: _, ...whole } = data as Record<string, unknown>; // The schema has just accepted it.
	return {
		kid: key.kid,
		findings: [
			...(written(data) === text ? [] : ['the file: is not written as it was signed']),
			...(isSignedBy(canonicalBytes(whole), given, key) ? [] : ['signature: does not match']),
			...(pinned === null || pinned === key.kid ? [] : [`key: is not ${pinned}`]),
			...checkLedger(read.data.ledger, read.data),
		],
	};
};
