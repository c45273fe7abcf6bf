import { diffWords } from 'diff';
import { verdict } from '../../schema/materiality/verdict.ts';
import type { Block } from '../../schema/notice/model.ts';
import { plainText, redline } from '../../schema/notice/redline.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { projectContent } from '../support/places.ts';
import { fastest, type Row } from './row.ts';

/** Words that another alphabet of the same length never has, so that two such texts have nothing in common. */
const strange = (count: number, from: number): string =>
	Array.from({ length: count }, (_, i) => `w${(i * 7919 + from).toString(36)}`).join(' ');

const paragraphs = (text: string): Block[] =>
	(text.match(/(?:\S+\s*){1,60}/g) ?? []).map((it) => ({ kind: 'paragraph', text: it.trim(), markdown: it.trim() }));

export const p11: Row = {
	id: 'P11',
	what: 'redline and materiality of two texts of the size of a notice; of two with nothing in common',
	target: '0.5x the rate of diffWords; 12,000 strange words in under 2x what diffWords takes on 3,000',
	async measure() {
		const { library } = await readLibrary(projectContent);
		const versions = library.notices.find(({ slug }) => slug === 'california')?.versions ?? [];
		const [before, after] = versions.slice(-2).map((version) => ({ version, edition: version.editions.en }));
		if (!before?.edition || !after?.edition) throw new Error('the project has two Californian versions in English');
		const side = ({ version, edition }: typeof before) => ({
			id: version.id,
			notice: version.notice,
			blocks: edition?.blocks ?? [],
			promises: version.revision,
		});
		const [from, to] = [side(before), side(after)];
		const ours = await fastest(9, () => verdict(from, to, redline(from, to)));
		const theirs = await fastest(9, () => diffWords(plainText(from.blocks), plainText(to.blocks)));
		const [a, b] = [strange(12_000, 1), strange(12_000, 500_000)].map((text, i) => ({
			...from,
			id: String(i),
			blocks: paragraphs(text),
		}));
		if (!a || !b) throw new Error('two texts were made');
		const far = await fastest(3, () => redline(a, b));
		const short = await fastest(3, () => diffWords(strange(3000, 1), strange(3000, 500_000)));
		return {
			figures: {
				pair: `${ours.toFixed(1)} ms, diffWords ${theirs.toFixed(1)} ms: ${(theirs / ours).toFixed(2)}x its rate`,
				strangers: `${far.toFixed(0)} ms, diffWords on 3,000 words ${short.toFixed(0)} ms: ${(far / short).toFixed(2)}x`,
			},
			met: theirs / ours >= 0.5 && far / short < 2,
		};
	},
};
