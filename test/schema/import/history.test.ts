import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Outcome } from '../../../schema/import/outcome.ts';
import { frontMatterOf } from '../../../schema/notice/parse.ts';
import { importAll, importOne, sourceOn } from './import.ts';

const texts = (...versions: string[]) =>
	importAll(versions.map((text, index) => sourceOn(`2024-0${index + 1}-01`, `# Notice\n\n${text}`)));

const frontOf = (outcome: Outcome | undefined) => {
	if (outcome?.kind !== 'version') throw new Error(JSON.stringify(outcome));
	return parse(frontMatterOf(outcome.mdx) ?? '');
};

const idsOf = (outcome: Outcome | undefined) =>
	outcome?.kind === 'version' ? [...outcome.mdx.matchAll(/^#.*\{#(.*)\}$/gm)].map((it) => it[1]) : [];

const bread = 'We bake bread and keep your address for as long as the law asks us to.';
const cake = 'For cakes we ask for the names of those who are to eat them.';

describe('section ids', () => {
	it('are made of the words of the heading, without its number and its accents', () => {
		const source =
			'# N\n\n## 1. What we collect\n\nx\n\n## Información útil\n\nx\n\n## ما نجمعه\n\nx\n\n## What we collect\n\nx\n\n## Top\n\nx';
		expect(idsOf(importOne(source, 'markdown'))).toEqual([
			'what-we-collect',
			'informacion-util',
			'section',
			'what-we-collect-2',
			'top-2',
		]);
	});

	it('stay with a heading that moves or is numbered anew', () => {
		const [, second] = texts(
			`## 1. Bread\n\n${bread}\n\n## 2. Cake\n\n${cake}`,
			`## 1. Cake\n\n${cake}\n\n## 2. Bread\n\nNone.`,
		);
		expect(idsOf(second)).toEqual(['cake', 'bread']);
	});

	it('stay with a section whose heading is worded anew', () => {
		const [, second] = texts(`## Bread\n\n${bread}`, `## Loaves of all kinds\n\n${bread}`);
		expect(idsOf(second)).toEqual(['bread']);
	});

	it('are never used again for another section', () => {
		const [, , third] = texts(
			`## Bread\n\n${bread}\n\n## Cake\n\n${cake}`,
			`## Bread\n\n${bread}`,
			`## Bread\n\n${bread}\n\n## Cake\n\nBaked by others now, who have notices of their own.`,
		);
		expect(idsOf(third)).toEqual(['bread', 'cake-2']);
	});
});

describe('what changed', () => {
	it('is told for each section, and a section that is gone says what to see instead', () => {
		const [first, second] = texts(
			`## Bread\n\n${bread}\n\n## Cake\n\n${cake}`,
			`## Bread\n\n${bread} Rye, too.\n\n## Pie\n\nOf apples.`,
		);
		expect(frontOf(first)).toMatchObject({ predecessor: null, summary: 'Imported: the first version on record.' });
		expect(frontOf(second)).toMatchObject({
			predecessor: '2024-01-01',
			summary: 'Imported: 3 of 3 sections differ from the version before.',
			changes: [
				{ section: 'bread', summary: 'Words added: 2; removed: 0.' },
				{ section: 'pie', summary: 'A new section.' },
				{ section: 'cake', summary: 'The section is gone; see “Bread”.' },
			],
			removedSections: [{ id: 'cake', seeInstead: 'bread' }],
		});
	});

	it('is nothing where only the date of the version changed', () => {
		const [, second] = texts(
			`Effective 1 January 2024.\n\n## Bread\n\n${bread}`,
			`Effective 1 February 2024.\n\n## Bread\n\n${bread} Rye.`,
		);
		expect(frontOf(second).changes).toEqual([{ section: 'bread', summary: 'Words added: 1; removed: 0.' }]);
	});

	it('is said in the language of the notice', () => {
		const [outcome] = importAll([sourceOn('2024-01-01', '# Aviso\n\nHacemos pan.')], { locale: 'es' });
		expect(frontOf(outcome).summary).toBe('Importado: la primera versión que consta.');
	});
});

it('is of the class that its words show, with what shows it', () => {
	const [first, second, third] = texts(
		'We never sell your address. We bake bread.',
		'We sell your address. We bake bread.',
		'We sell your address. We bake breads.',
	);
	expect([first, second, third].map((it) => frontOf(it).class)).toEqual(['substantive', 'material', 'editorial']);
	expect(second).toMatchObject({ mdx: expect.stringMatching(/^class: material # proposed: the words show .*M4/m) });
});

describe('a text that was there before', () => {
	it('is no version where it follows itself', () => {
		const [, second] = texts(bread, `${bread}\n\n<!-- moved -->`);
		expect(second).toEqual({ kind: 'same', source: '2024-02-01.source', as: '2024-01-01' });
	});

	it('restores the earlier version, ids and all', () => {
		const [, , third] = texts(`## Bread\n\n${bread}`, `## Cake\n\n${cake}`, `## Bread\n\n${bread}`);
		expect(frontOf(third).restores).toBe('2024-01-01');
		expect(idsOf(third)).toEqual(['bread']);
	});
});

describe('a text that cannot become a version', () => {
	it('has no words', () => {
		expect(importOne('<!-- nothing -->', 'markdown')).toMatchObject({ kind: 'refused', line: 1 });
	});

	it('has lost all headings that links led to', () => {
		const [, second] = texts(`## Bread\n\n${bread}`, cake);
		expect(second).toMatchObject({ kind: 'refused', message: expect.stringContaining('2024-01-01 has sections') });
	});

	it('would lose words, and says where', () => {
		const outcome = importOne('# Notice\n\nWe bake.\n\n</p> <b we\n- care\n\nAlways.', 'markdown');
		expect(outcome).toMatchObject({
			kind: 'refused',
			line: 8,
			message: expect.stringContaining('Words would be lost'),
		});
	});
});

describe('the stated date', () => {
	it.each([
		['Last updated: March 5, 2024', '2024-03-05'],
		['Effective Date: 2024-03-05', '2024-03-05'],
		['Last revised on the 5th March 2024.', '2024-03-05'],
		['Última actualización: actualizado el 5 de marzo de 2024', '2024-03-05'],
	])('is a remark where it is not the date of the version: %s', (line, on) => {
		const outcome = importOne(`# Notice\n\n${line}\n\nWe bake.`, 'markdown');
		expect(outcome.kind === 'version' && outcome.remarks).toEqual([
			{ line: 3, message: `The text states the date ${on}; it is imported under 2024-02-01.` },
		]);
	});

	it('is no remark where it is', () => {
		const outcome = importOne('# Notice\n\nLast updated February 1, 2024\n\nWe bake.', 'markdown');
		expect(outcome).toMatchObject({ remarks: [] });
	});
});
