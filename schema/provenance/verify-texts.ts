import { z } from 'zod';
import type { LedgerEntry } from '../notice/model.ts';
import { ledgerFile, verifyLedger } from '../source/ledger.ts';
import { readCanonical, sha256OfBytes } from './canonical.ts';
import { ledgerPath, type ManifestEdition } from './manifest.ts';
import { showsText } from './page-text.ts';
import type { SignedSite, Tell } from './signed-site.ts';

type Read = ReadonlyMap<string, Uint8Array | null>;

/** What the SHA-256 in the ledger is taken of. */
const textFile = z.strictObject({ frontMatter: z.record(z.string(), z.unknown()), text: z.string() });

interface Placed extends ManifestEdition {
	notice: string;
	version: string;
	manifest: string;
}

const editionsOf = ({ site, notices }: SignedSite): Placed[] =>
	notices.flatMap(({ notice, versions }) => {
		const manifest = site.notices.find((it) => it.notice === notice)?.path ?? notice;
		return versions.flatMap(({ version, editions }) =>
			editions.map((edition) => ({ ...edition, notice, version, manifest })),
		);
	});

const isOf = (entry: LedgerEntry, { notice, version, locale }: Placed) =>
	entry.notice === notice && entry.version === version && entry.locale === locale;

const agrees = (entry: LedgerEntry | undefined, { ledger, sha256 }: Placed) =>
	entry === undefined
		? ledger === null
		: entry.sha256 === sha256 &&
			entry.publishedAt === ledger?.publishedAt &&
			entry.previous === ledger.previous &&
			entry.entryHash === ledger.entryHash;

const checkLedger = (ledger: readonly LedgerEntry[], signed: SignedSite, tell: Tell) => {
	for (const { field, message } of verifyLedger(ledger)) tell(ledgerPath, `${field} ${message}`);
	const head = ledger.at(-1)?.entryHash ?? null;
	for (const manifest of [signed.site, ...signed.notices]) {
		if (manifest.ledger.entries === ledger.length && manifest.ledger.head === head) continue;
		tell(ledgerPath, `does not end where the manifest of ${'notice' in manifest ? manifest.notice : 'the site'} says`);
	}
};

const checkEntries = (ledger: readonly LedgerEntry[], editions: readonly Placed[], tell: Tell) => {
	for (const edition of editions) {
		const entry = ledger.find((it) => isOf(it, edition));
		const name = `${edition.version} (${edition.locale})`;
		if (!agrees(entry, edition)) tell(edition.manifest, `does not say of ${name} what the ledger says`);
	}
	for (const entry of ledger) {
		if (editions.some((edition) => isOf(entry, edition))) continue;
		tell(ledgerPath, `names ${entry.notice} ${entry.version} (${entry.locale}), which is not on the site`);
	}
};

/** The page and the text are compared where both are what was signed; else that is said already. */
const checkWords = ({ text, page, sha256 }: Placed, read: Read, tell: Tell) => {
	const [words, html] = [read.get(text), read.get(page.path)];
	if (!words || !html || sha256OfBytes(words) !== sha256 || sha256OfBytes(html) !== page.sha256) return;
	const file = readCanonical(textFile, words);
	if ('wrong' in file) tell(text, file.wrong);
	else if (!showsText(Buffer.from(html).toString('utf8'), file.value.text)) {
		tell(page.path, `does not show the words of ${text}`);
	}
};

/** Tells where ledger, manifests, texts and pages contradict each other, whoever signed them. */
export const verifyTexts = (signed: SignedSite, read: Read, tell: Tell): void => {
	const bytes = read.get(ledgerPath);
	const ledger = bytes ? readCanonical(ledgerFile, bytes) : { wrong: 'is in no manifest' };
	if ('wrong' in ledger) {
		tell(ledgerPath, ledger.wrong);
		return;
	}
	const editions = editionsOf(signed);
	checkLedger(ledger.value, signed, tell);
	checkEntries(ledger.value, editions, tell);
	for (const edition of editions) checkWords(edition, read, tell);
};
