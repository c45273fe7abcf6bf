import { stringify } from 'yaml';
import { nameOfCode } from '../materiality/codes.ts';
import { verdict } from '../materiality/verdict.ts';
import { holdsPlace } from '../rules/f6-no-placeholders.ts';
import { changesBetween } from './changes.ts';
import { localTime } from './local-time.ts';
import type { Settings, Source } from './outcome.ts';
import type { Proposal } from './proposals/passages.ts';
import { wordsFor } from './words.ts';
import type { Written } from './written.ts';

/** A version that is to have front matter, between the one before it and what it brings back. */
interface Imported {
	source: Source;
	settings: Settings;
	now: Written;
	before: Written | undefined;
	restores: Written | undefined;
	proposals: readonly Proposal[];
}

// One line for each value, so that what is said of it can stand behind it.
const yaml = (data: unknown) => stringify(data, { lineWidth: 0 }).trimEnd();

const said = (field: Record<string, unknown>, remark: string) => `${yaml(field)} # proposed: ${remark}`;

/** A proposal as comments; none where the text holds a place, since that would be one here too. */
const proposed = ({ fields, line }: Proposal): string[] => {
	const data = yaml(fields);
	if (holdsPlace(data)) return [];
	const what = Object.keys(fields).join(', ');
	return [
		'',
		`# proposed: ${what}, read off line ${line} of the source. Correct it, then take away '# ' to state it.`,
		...data.split('\n').map((it) => `# ${it}`),
	];
};

const summaryOf = ({ now, before, restores, settings }: Imported, changed: number, gone: number): string => {
	const words = wordsFor(settings.locale);
	if (!before) return words.first;
	return restores ? words.again(restores.id) : words.differs(changed, now.sections.length + gone);
};

/** What a change amounts to, as far as its words tell: the data is nobody's statement yet. */
const classLine = (before: Written, now: Written): string => {
	const side = ({ id, blocks }: Written) => ({ notice: '', id, blocks, promises: null });
	const { class: changeClass, codes } = verdict(side(before), side(now));
	const why = codes.map((it) => `${it.code} ${nameOfCode(it.code)} (${it.direction})`).join(', ');
	return said(
		{ class: changeClass },
		why ? `the words show a change of ${why}.` : 'the words show no material change.',
	);
};

const changeLines = (it: Imported): string[] => {
	const { before, now, settings, restores } = it;
	const none = { changes: [], removedSections: [] };
	const { changes, removedSections } = before ? changesBetween(before, now, settings.locale) : none;
	return [
		before ? classLine(before, now) : yaml({ class: 'substantive' }),
		said({ summary: summaryOf(it, changes.length, removedSections.length) }, 'say in your own words what changed.'),
		...(changes.length ? ['# proposed: say in your own words what changed in each.', yaml({ changes })] : []),
		...(removedSections.length ? [yaml({ removedSections })] : []),
		...(restores ? [yaml({ restores: restores.id })] : []),
	];
};

const controllerLines = ({ now, settings: { controller } }: Imported): string[] => {
	if (controller && !controller.guessedFrom) return [yaml({ controller: { name: controller.name } })];
	const from = controller?.guessedFrom ?? 'the title, since no --controller was given';
	return ['controller:', `  ${said({ name: controller?.name ?? now.title }, `${from}.`)}`];
};

/** The front matter of an imported version; what a program made up or read off the text is marked `proposed`. */
export const frontMatter = (it: Imported): string => {
	const at = localTime(it.source.effectiveAt, it.settings.zone);
	return [
		'---',
		`# Imported from ${it.source.name}. What is marked 'proposed' was written by a program, and nobody has confirmed it.`,
		yaml({ version: it.now.id, title: it.now.title, announcedAt: at, effectiveAt: at }),
		yaml({ predecessor: it.before?.id ?? null }),
		...changeLines(it),
		...controllerLines(it),
		...it.proposals.flatMap(proposed),
		'---',
		'',
	].join('\n');
};
