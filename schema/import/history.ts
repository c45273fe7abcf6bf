import { blocksOf, sectionsOf } from '../notice/blocks.ts';
import { normalisedText } from '../notice/hash.ts';
import { labelsOf } from '../notice/labels.ts';
import type { Block } from '../notice/model.ts';
import { type Flaw, parseBody } from '../notice/parse.ts';
import { dateInWords } from '../notice/print-inline.ts';
import { dateIn } from '../time.ts';
import { convert } from './convert.ts';
import { frontMatter } from './front-matter.ts';
import type { Outcome, Refused, Settings, Source } from './outcome.ts';
import { type Heading, type Piece, wordsOf } from './piece.ts';
import { type Proof, prove, publishedWords } from './proof.ts';
import { propose } from './proposals/propose.ts';
import { leftOutOf, remarksOf } from './report.ts';
import { assignIds, type SectionProfile } from './section-ids.ts';
import { titled } from './title.ts';
import { writeBody } from './write.ts';
import type { History, Written } from './written.ts';

export const noHistory: History = { versions: [], used: new Set() };

type Next = { outcome: Outcome; history: History };

/** The kept text of a source, its title taken off. */
interface Text {
	source: Source;
	title: string;
	pieces: Piece[];
	/** All words that must be published. */
	words: string[];
	titleFromText: boolean;
}

const refused = ({ name }: Source, line: number, message: string): Refused => ({
	kind: 'refused',
	source: name,
	line,
	message,
});

const lineOfWords = (text: string, words: string): number => {
	const index = text.split('\n').findIndex((it) => it.includes(words));
	return Math.max(index, 0) + 1;
};

const lossOf = (source: Source, { difference }: Proof): Refused => {
	const { word = '', source: expected = '', result = '' } = difference ?? {};
	const message = `Words would be lost: the source says '${expected}', and the result '${result}'. Write that place more plainly in the source.`;
	return refused(source, lineOfWords(source.text, word), message);
};

const keyOf = (title: string, pieces: readonly Piece[]) =>
	JSON.stringify([title, pieces], (name, value) => (name === 'line' || name === 'anchors' ? undefined : value));

const blocksIn = (mdx: string): Block[] | Flaw => {
	const body = parseBody(mdx);
	return 'flaw' in body ? body.flaw : blocksOf(body.root.children);
};

const writtenAs = (
	{ source, title, pieces }: Text,
	blocks: Block[],
	profiles: SectionProfile[],
	settings: Settings,
) => {
	const date = dateInWords(dateIn(source.effectiveAt, settings.zone), labelsOf(settings.locale));
	const text = normalisedText(blocks).replaceAll(date, '');
	const sections = sectionsOf(blocks);
	return {
		id: source.version,
		title,
		key: keyOf(title, pieces),
		text,
		date,
		blocks,
		sections,
		profiles,
	} satisfies Written;
};

/** The ids of a text's sections; a text that comes back has those that it had. */
const idsFor = (pieces: readonly Piece[], { versions, used }: History, twin: Written | undefined) =>
	assignIds(pieces, (twin ?? versions.at(-1))?.profiles ?? [], twin ? new Set() : used);

const hasLostSections = (before: Written | undefined, ids: ReadonlyMap<Heading, string>) =>
	before !== undefined && before.profiles.length > 0 && ids.size === 0;

/** The earlier version whose text a version brings back, or undefined. */
const restoredBy = (now: Written, { versions }: History, twin: Written | undefined) => {
	const same = versions.findLast((it) => it.text === now.text);
	return same === undefined || same === versions.at(-1) ? twin : same;
};

const importText = (text: Text, history: History, settings: Settings) => {
	const { source, pieces, title } = text;
	const before = history.versions.at(-1);
	const key = keyOf(title, pieces);
	if (before?.key === key) return { kind: 'same', source: source.name, as: before.id } as const;
	const twin = history.versions.findLast((it) => it.key === key);
	const { ids, sections: profiles } = idsFor(pieces, history, twin);
	if (hasLostSections(before, ids)) {
		const message = `No heading was found, while ${before?.id} has sections that links lead to. Mark at least one heading in the source.`;
		return refused(source, 1, message);
	}
	const body = writeBody(pieces, ids, settings.base);
	const blocks = blocksIn(body.mdx);
	if (!Array.isArray(blocks)) return refused(source, 1, blocks.message);
	const proof = prove(text.words, publishedWords(text.titleFromText ? title : null, blocks));
	if (!proof.holds) return lossOf(source, proof);
	const now = writtenAs(text, blocks, profiles, settings);
	return { kind: 'written', now, before, restores: restoredBy(now, history, twin), body, ids, proof } as const;
};

/** What becomes of one text after those before it, and what the next one needs to know. */
export const importNext = (history: History, source: Source, settings: Settings): Next => {
	const draft = convert(source.text, source.format, settings);
	const whole = prove(draft.words, wordsOf(draft.pieces));
	if (!whole.holds) return { outcome: lossOf(source, whole), history };
	const kept = draft.pieces.filter((it) => it.leftOut === undefined);
	if (!kept.length) return { outcome: refused(source, 1, 'No text was found. Name a file that has some.'), history };
	const fallback = history.versions.at(-1)?.title ?? settings.notice;
	const { title, pieces, fromText, remarks } = titled(kept, { wished: settings.title, beside: draft.title, fallback });
	const text = { source, title, pieces, words: wordsOf(kept), titleFromText: fromText };
	const done = importText(text, history, settings);
	if (done.kind !== 'written') return { outcome: done, history };
	const { now, body, ids, proof } = done;
	return {
		outcome: {
			kind: 'version',
			version: source.version,
			source: source.name,
			mdx: `${frontMatter({ source, settings, ...done, proposals: propose(kept) })}\n${body.mdx}`,
			title,
			proof,
			...leftOutOf([...draft.pieces, ...draft.tags]),
			sections: now.sections.length,
			remarks: remarksOf(source, settings, kept, [...remarks, ...draft.remarks, ...body.remarks]),
		},
		history: { versions: [...history.versions, now], used: new Set([...history.used, ...ids.values()]) },
	};
};
