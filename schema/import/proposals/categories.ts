import type { categoryKeys } from '../../notice/vocabulary.ts';
import type { List, Table } from '../piece.ts';
import { type Piece, textOfPiece, textOfRuns } from '../piece.ts';
import { type Led, listsOf, type Proposal, tablesOf } from './passages.ts';

type Key = (typeof categoryKeys)[number];
type Answer = 'yes' | 'no' | 'may';

interface Category {
	key: Key;
	label?: string;
	collected: Answer;
	examples?: string;
	sources?: string[];
	disclosed?: { answer: Answer };
	soldOrShared?: { answer: Answer };
}

/** Words by which notices name the categories of Civ. Code 1798.140(v)(1); the first that fits is meant. */
const names: readonly [Key, RegExp][] = [
	['customerRecords', /customer records/i],
	['protectedCharacteristics', /protected (?:class|characteristic)|characteristics/i],
	['sensitive', /sensitive/i],
	['inferences', /inference/i],
	['identifiers', /identifier/i],
	['commercial', /commercial/i],
	['biometric', /biometric/i],
	['internetActivity', /internet|network activity/i],
	['geolocation', /geolocation/i],
	['sensory', /sensory|audio|visual/i],
	['professional', /professional|employment/i],
	['education', /education/i],
	['other', /^other categor/i],
];

const keyOf = (text: string): Key | undefined => names.find(([, words]) => words.test(text))?.[0];

const answers: Readonly<Record<string, Answer>> = { y: 'yes', yes: 'yes', n: 'no', no: 'no', may: 'may' };

const cellText = (row: Table['rows'][number] | undefined, column: number) =>
	column < 0 ? '' : textOfRuns(row?.[column] ?? []).trim();

/** The entries of a cell, parted by semicolons; none where it says that it does not apply. */
const listIn = (text: string): string[] =>
	text
		.replace(/\.$/, '')
		.split(/;\s*/)
		.map((it) => it.replace(/^and\s+/, ''))
		.filter((it) => it !== '' && !/^n\/?a$/i.test(it));

const categoriesIn = ({ piece: { rows } }: Led<Table>): Category[] => {
	const heads = rows[0]?.map(textOfRuns) ?? [];
	const column = (words: RegExp) => heads.findIndex((it) => words.test(it));
	const [collectedIn, examplesIn, sourcesIn] = [column(/^collected/i), column(/^examples?/i), column(/source/i)];
	return rows.slice(1).flatMap((row): Category[] => {
		const label = cellText(row, 0);
		const key = keyOf(label);
		const collected = answers[cellText(row, collectedIn).toLowerCase()];
		if (!key || !collected) return [];
		const examples = cellText(row, examplesIn);
		const sources = listIn(cellText(row, sourcesIn));
		return [{ key, label, collected, ...(examples ? { examples } : {}), ...(sources.length ? { sources } : {}) }];
	});
};

const flowOf = (lead: string): 'disclosed' | 'soldOrShared' | undefined => {
	if (/\b(?:sell|sold|sale)\b/i.test(lead)) return 'soldOrShared';
	return /disclosed|business purpose/i.test(lead) ? 'disclosed' : undefined;
};

const withFlows = (categories: readonly Category[], { piece, lead }: Led<List>): Category[] => {
	const flow = flowOf(lead);
	const keys = piece.items.map((item) => keyOf(item.map(textOfPiece).join(' ')));
	// A list of anything else names no categories, or few.
	if (!flow || keys.filter((it) => it).length * 2 < keys.length) return [...categories];
	const answer: Answer = /\bmay\b/i.test(lead) ? 'may' : 'yes';
	const named = new Set(keys.filter((it) => it !== undefined));
	const unlisted = [...named].filter((key) => !categories.some((it) => it.key === key));
	return [...categories, ...unlisted.map((key): Category => ({ key, collected: 'may' }))].map((it) =>
		named.has(it.key) ? { ...it, [flow]: { answer } } : it,
	);
};

/** The categories that a text says are collected, disclosed, sold or shared; null where no table says it. */
export const categoriesOf = (pieces: readonly Piece[]): Proposal | null => {
	const found = tablesOf(pieces).find((it) => categoriesIn(it).length > 0);
	if (!found) return null;
	const rows = categoriesIn(found);
	const once = rows.filter((it, index) => rows.findIndex((other) => other.key === it.key) === index);
	return { line: found.piece.line, fields: { categories: listsOf(pieces).reduce(withFlows, once) } };
};
