import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../../schema/source/library.ts';
import { contentCopy } from '../../support/content.ts';

const folderOf = 'notices/lantern';

interface Draft {
	announced?: string;
	front?: string;
	text: (before: string) => string;
}

/** What the check says of the class of a version that follows the last one of the small content folder. */
const classFindings = async ({ announced = '2026-12-05', front = '', text }: Draft) => {
	const folder = await contentCopy();
	const source = await readFile(join(folder, folderOf, '2025-02-01.mdx'), 'utf8');
	const draft = source
		.replace('version: 2025-02-01', 'version: 2027-02-01')
		.replace('predecessor: 2024-03-04', 'predecessor: 2025-02-01')
		.replace(/announcedAt: .*/, `announcedAt: ${announced}T09:00:00-08:00`)
		.replace(/effectiveAt: .*/, 'effectiveAt: 2027-02-01T00:00:00-08:00')
		.replace(/class: .*/, `class: editorial${front}`);
	await writeFile(join(folder, folderOf, '2027-02-01.mdx'), text(draft));
	const { findings } = await readLibrary(folder);
	return findings
		.filter(({ rule }) => rule === 'F1' || rule.startsWith('M'))
		.map(({ rule, field, message }) => ({ rule, field, message }));
};

const slower = (text: string) => text.replace('respondWithinDays: 30', 'respondWithinDays: 45');
const reworded = (text: string) => `${text}\nThe shelves are painted green.\n`;
const same = (text: string) => text;

describe('the declared class', () => {
	it('may not be below what the difference shows', async () => {
		const found = await classFindings({ text: slower });
		expect(found).toMatchObject([{ rule: 'M11', field: 'class' }]);
		expect(found[0]?.message).toContain(
			'Declared editorial, but the change is material: M6 rights and how to use them, adverse: Answer within: 30 → 45 days',
		);
		expect(found[0]?.message).toContain('Write class: material, or add an override with codes: [M6]');
	});

	it('is not asked about where it was announced before the rule', async () => {
		expect(await classFindings({ announced: '2026-11-30', text: slower })).toEqual([]);
	});

	it('stands where nothing but looks changed', async () => {
		expect(await classFindings({ text: same })).toEqual([]);
	});

	it('may be below with an override that names every code, signed by whoever may sign the class', async () => {
		const front = '\noverride:\n  codes: [M6]\n  reason: The number was always 45 in practice.\n  by: noor';
		expect(await classFindings({ front, text: slower })).toEqual([]);
	});

	it('refuses an override that leaves a code out, or that is not theirs to sign', async () => {
		const front = '\noverride:\n  codes: [M1]\n  reason: No.\n  by: nobody';
		expect(await classFindings({ front, text: slower })).toMatchObject([
			{ rule: 'M11', field: 'override.codes', message: expect.stringContaining('Does not name M6') },
			{
				rule: 'M11',
				field: 'override.by',
				message: expect.stringContaining(
					"'nobody' may not sign that a material change is called less. Name one of noor",
				),
			},
		]);
	});

	it('below a change in words alone is one finding, not two', async () => {
		expect(await classFindings({ text: reworded })).toMatchObject([{ rule: 'M11' }]);
	});

	it('needs a reason where nothing shows that other words are material', async () => {
		const substantive = (text: string) => reworded(text).replace('class: editorial', 'class: substantive');
		expect(await classFindings({ text: substantive })).toMatchObject([{ rule: 'M12', field: 'classReason' }]);
		const reasoned = (text: string) =>
			substantive(text).replace('class: substantive', 'class: substantive\nclassReason: Paint is no promise.');
		expect(await classFindings({ text: reasoned })).toEqual([]);
	});
});
