import { expect, it } from 'vitest';
import {
	incorporatedAt,
	incorporatedChanges,
	readingInstant,
	wholeSection,
} from '../../../schema/notice/incorporated.ts';
import type { Section } from '../../../schema/notice/model.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { instant } from '../../../schema/time.ts';
import { incorporatingContent, incorporatingLibrary, noticeNamed } from '../../support/incorporating.ts';
import { around } from '../../support/versions.ts';

const announced = '2024-12-15T09:00:00-08:00';
const effective = '2025-02-01T00:00:00-08:00';

it('breaks no rule', async () => {
	const { findings } = await readLibrary(await incorporatingContent(), { assumePublished: true });
	expect(findings.filter((it) => it.rule === 'F22')).toEqual([]);
});

it('takes a section over in the text that governs at each instant', async () => {
	const library = await incorporatingLibrary();
	const version = noticeNamed(library, 'lantern').versions.at(-1);
	if (!version) throw new Error('no version');
	const governing = around(effective).map((at) => incorporatedAt(library, version, at).map((it) => it.version.id));
	expect(governing).toEqual([['2024-03-04'], ['2025-02-01'], ['2025-02-01']]);
});

it('is read as it is now while in force, before that as it begins, and afterwards as it ended', async () => {
	const notice = noticeNamed(await incorporatingLibrary(), 'policy');
	const at = (index: number, now: string) => {
		const version = notice.versions[index];
		return version && Date.parse(readingInstant(notice, version, instant(now)));
	};
	expect(at(2, '2025-03-01T00:00:00Z')).toBe(Date.parse('2025-03-01T00:00:00Z'));
	expect(at(2, '2025-01-01T00:00:00Z')).toBe(Date.parse(effective));
	expect(at(1, '2025-03-01T00:00:00Z')).toBe(Date.parse(effective) - 1000);
});

const changesAt = async (now: string, taken?: string) => {
	const library = await incorporatingLibrary(taken);
	return around(now).map((at) =>
		incorporatedChanges(library, noticeNamed(library, 'lantern'), at).map(
			({ version, phase }) => `${version.notice} ${version.id} ${phase}`,
		),
	);
};

it('has the material changes of what it takes over from their announcement to 30 days after their effect', async () => {
	const [soon, now] = ['policy 2025-02-01 announced', 'policy 2025-02-01 in-force'];
	expect(await changesAt(announced)).toEqual([[], [soon], [soon]]);
	expect(await changesAt(effective)).toEqual([[soon], [now], [now]]);
	expect(await changesAt('2025-03-03T00:00:00-08:00')).toEqual([[now], [], []]);
});

it('has no change that leaves what it takes over as it was', async () => {
	expect((await changesAt(effective, 'policy#ask')).flat()).toEqual([]);
});

it('takes a section over with what stands under smaller headings in it', () => {
	const section = (id: string, depth: number): Section => ({
		id,
		heading: id,
		depth,
		blocks: [{ kind: 'heading', depth, id, text: id, markdown: id }],
	});
	const sections = [section('a', 2), section('b', 3), section('c', 4), section('d', 2)];
	const idsIn = (id: string) => wholeSection(sections, id)?.blocks.map((it) => it.text);
	expect(idsIn('a')).toEqual(['a', 'b', 'c']);
	expect(idsIn('b')).toEqual(['b', 'c']);
	expect(idsIn('d')).toEqual(['d']);
	expect(wholeSection(sections, 'e')).toBeNull();
});
