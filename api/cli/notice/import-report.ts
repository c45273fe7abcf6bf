import type { ImportedVersion, Outcome } from '../../../schema/import/outcome.ts';
import { count } from './findings.ts';

const maxRemarks = 12;
const maxText = 160;

const shortened = (text: string) => (text.length > maxText ? `${text.slice(0, maxText)}…` : text);

const several = <T>(items: readonly T[], line: (item: T) => string): string[] => [
	...items.slice(0, maxRemarks).map((it) => `    ${line(it)}`),
	...(items.length > maxRemarks ? [`    … and ${items.length - maxRemarks} more; --json lists them all.`] : []),
];

const versionLine = ({ version, source, proof, wordsLeftOut, sections }: ImportedVersion): string =>
	`${version}  ${source}: ${count(proof.words, 'word')} kept of ${proof.words + wordsLeftOut}, ${count(sections, 'section')}; sha256 of the words ${proof.sha256.slice(0, 16)}`;

const versionLines = (it: ImportedVersion, said: Set<string>): string[] => {
	const fresh = it.remarks.filter(({ message }) => !said.has(message));
	for (const { message } of fresh) said.add(message);
	const repeated = it.remarks.length - fresh.length;
	return [
		versionLine(it),
		...several(it.leftOut, ({ line, why, text }) => `line ${line}: left out (${why}): ${shortened(text)}`),
		...several(fresh, ({ line, message }) => `line ${line}: ${message}`),
		...(repeated ? [`    and ${count(repeated, 'remark')} as above`] : []),
	];
};

const linesOf = (outcome: Outcome, said: Set<string>): string[] => {
	switch (outcome.kind) {
		case 'version':
			return versionLines(outcome, said);
		case 'same':
			return [`${outcome.source}: says what ${outcome.as} says; it becomes no version.`];
		case 'refused':
			return [`${outcome.source}:${outcome.line}: ${outcome.message}`];
	}
};

/** Tells people what becomes of each source, and each remark once. */
export const reporter = (print: (text: string) => void): ((outcome: Outcome) => void) => {
	const said = new Set<string>();
	return (outcome) => print(linesOf(outcome, said).join('\n'));
};
