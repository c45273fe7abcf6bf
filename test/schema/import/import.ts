import { importNext, noHistory } from '../../../schema/import/history.ts';
import type { ImportedVersion, Outcome, Settings, Source } from '../../../schema/import/outcome.ts';
import type { Format } from '../../../schema/import/piece.ts';
import { publishedWords } from '../../../schema/import/proof.ts';
import type { Notice } from '../../../schema/notice/model.ts';
import { check } from '../../../schema/rules/check.ts';
import { sparesHistory } from '../../../schema/rules/form-rules.ts';
import { readCanonical } from '../../../schema/source/edition.ts';
import { instant } from '../../../schema/time.ts';

export const settings: Settings = {
	notice: 'privacy',
	title: undefined,
	controller: { name: 'Fern and Lark Bakery', guessedFrom: null },
	base: undefined,
	zone: 'America/Los_Angeles',
	locale: 'en',
	keepAll: false,
};

/** A source named by the day it took effect. */
export const sourceOn = (on: string, text: string, format: Format = 'markdown'): Source => ({
	name: `${on}.source`,
	format,
	text,
	version: on,
	effectiveAt: instant(`${on}T08:00:00Z`),
});

/** What becomes of texts that follow one another. */
export const importAll = (sources: readonly Source[], changed: Partial<Settings> = {}): Outcome[] => {
	let history = noHistory;
	return sources.map((source) => {
		const next = importNext(history, source, { ...settings, ...changed });
		history = next.history;
		return next.outcome;
	});
};

export const importOne = (text: string, format: Format, changed: Partial<Settings> = {}): Outcome => {
	const [outcome] = importAll([sourceOn('2024-02-01', text, format)], changed);
	if (!outcome) throw new Error('there is no outcome');
	return outcome;
};

/** The version that a text becomes; throws where it becomes none. */
export const versionOf = (text: string, format: Format, changed: Partial<Settings> = {}): ImportedVersion => {
	const outcome = importOne(text, format, changed);
	if (outcome.kind !== 'version') throw new Error(JSON.stringify(outcome));
	return outcome;
};

/** The text of a version below its front matter. */
export const bodyOf = (text: string, format: Format, changed: Partial<Settings> = {}): string =>
	versionOf(text, format, changed).mdx.split('\n---\n\n').slice(1).join('\n---\n\n').trimEnd();

const editionOf = ({ version, mdx }: ImportedVersion) => {
	const place = {
		path: `/${version}.mdx`,
		file: `${version}.mdx`,
		locale: 'en',
		notice: 'privacy',
		zone: settings.zone,
	};
	const { draft, flaws } = readCanonical(place, mdx);
	if (!draft) throw new Error(JSON.stringify(flaws));
	return draft;
};

/** The words of a version's file, as the reader of content reads it. */
export const publishedText = (outcome: ImportedVersion): string[] => {
	const fromText = !outcome.remarks.some((it) => it.message.includes('no title of its own'));
	return publishedWords(fromText ? outcome.title : null, editionOf(outcome).edition.blocks);
};

/** What the rules of form that bind history find wrong with one version alone. */
export const formFlaws = (outcome: ImportedVersion): string[] => {
	const canonical = editionOf(outcome);
	const { front } = canonical;
	const version = {
		notice: 'privacy',
		id: outcome.version,
		revision: front,
		announcedAt: front.announcedAt,
		effectiveAt: front.effectiveAt,
		publishedAt: null,
		imported: false,
		withdrawnAt: null,
		accepts: [],
		editions: { en: canonical.edition },
	};
	const notice: Notice = {
		slug: 'privacy',
		title: { en: 'x' },
		law: null,
		zone: settings.zone,
		locales: ['en'],
		reviews: [],
		versions: [version],
	};
	const library = {
		organisation: { name: 'x', url: 'https://x.example' },
		people: [],
		notices: [notice],
		ledger: [],
		systems: [],
	};
	const draft = { version, canonical, translations: [] };
	const notices = [
		{ notice, file: 'notice.yaml', lineOf: () => 1, withdrawals: [], versions: [draft], files: [`${version.id}.mdx`] },
	];
	return check({ library, notices, unread: [] })
		.filter((it) => it.level === 'error' && it.rule.startsWith('F') && !sparesHistory(it.rule))
		.map((it) => `${it.rule} line ${it.line}: ${it.message}`);
};
