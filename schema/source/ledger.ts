import { z } from 'zod';
import { sha256 } from '../notice/hash.ts';
import type { Edition, LedgerEntry, Library, Notice, Version } from '../notice/model.ts';
import type { Flaw } from '../notice/parse.ts';
import { type Instant, instantField } from '../time.ts';

/** A SHA-256 as files write it. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');

const entry = z.strictObject({
	notice: z.string(),
	version: z.string(),
	locale: z.string(),
	sha256: hash,
	publishedAt: instantField,
	imported: z.literal(true).optional(),
	previous: hash.nullable(),
	entryHash: hash,
});

/** The form of `ledger.json`. */
export const ledgerFile = z.array(entry).transform((entries) => entries as LedgerEntry[]);

/** The hash that an entry must carry: over all of it but the hash itself. */
const hashOf = ({ entryHash: _, ...rest }: LedgerEntry | (Omit<LedgerEntry, 'entryHash'> & { entryHash?: string })) =>
	sha256(rest);

/** What is wrong with a ledger's chain: an entry that was changed, or one that was taken out, put in or moved. */
export const verifyLedger = (ledger: readonly LedgerEntry[]): Flaw[] =>
	ledger.flatMap((it, index) => {
		const previous = ledger[index - 1]?.entryHash ?? null;
		const whole = it.entryHash === hashOf(it);
		if (whole && it.previous === previous) return [];
		const wrong = whole ? 'does not follow the entry before it' : 'was changed after it was written';
		return [
			{
				field: `[${index}]`,
				message: `The entry for ${it.notice} ${it.version} (${it.locale}) ${wrong}. Restore ledger.json; entries are only ever added, by 'notice publish'.`,
			},
		];
	});

interface AppendOptions {
	/** Marks history that was published elsewhere before: its own dates stand. */
	imported?: boolean;
}

const isIn = (ledger: readonly LedgerEntry[], version: Version, edition: Edition) =>
	ledger.some((it) => it.notice === version.notice && it.version === version.id && it.locale === edition.locale);

const editionsOf = (notice: Notice, version: Version): Edition[] =>
	notice.locales.flatMap((locale) => version.editions[locale] ?? []);

/** A stale translation is left out until it is brought up to date, since what is in the ledger can no longer be mended. */
const due = (notice: Notice, now: Instant) =>
	notice.versions
		.filter((it) => it.revision.announcedAt <= now && !(it.withdrawnAt && it.withdrawnAt <= it.revision.announcedAt))
		.flatMap((version) =>
			editionsOf(notice, version)
				.filter((it) => !it.stale)
				.map((edition) => ({ version, edition })),
		);

/** The entries to add for every text announced by `now` that is not in the ledger yet, each chained to the one before. */
export const appendToLedger = (
	library: Pick<Library, 'notices' | 'ledger'>,
	now: Instant,
	options: AppendOptions = {},
): LedgerEntry[] => {
	const added: LedgerEntry[] = [];
	for (const { version, edition } of library.notices.flatMap((notice) => due(notice, now))) {
		if (isIn(library.ledger, version, edition)) continue;
		const unsealed = {
			notice: version.notice,
			version: version.id,
			locale: edition.locale,
			sha256: edition.sha256,
			publishedAt: now,
			...(options.imported ? { imported: true as const } : {}),
			previous: (added.at(-1) ?? library.ledger.at(-1))?.entryHash ?? null,
		};
		added.push({ ...unsealed, entryHash: hashOf(unsealed) });
	}
	return added;
};
