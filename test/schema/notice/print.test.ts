import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../schema/notice/blocks.ts';
import { type Revision, revision } from '../../../schema/notice/frontmatter.ts';
import { labelsOf } from '../../../schema/notice/labels.ts';
import { plainOf } from '../../../schema/notice/markdown.ts';
import { expand, printers } from '../../../schema/notice/print.ts';
import { instant } from '../../../schema/time.ts';
import { somePromises } from '../../support/promises.ts';

const front: Revision = {
	...revision.parse({
		version: '2027-03-01',
		title: 'Notice',
		announcedAt: '2026-10-20T00:00:00-07:00',
		effectiveAt: '2027-03-01T00:00:00-08:00',
		predecessor: null,
		class: 'material',
		summary: 'A version for a test of printing.',
		controller: { name: 'Fern & Lark' },
	}),
	...somePromises({
		categories: [
			{
				key: 'identifiers',
				collected: 'yes',
				examples: 'your name',
				sources: ['you', 'cookies'],
				disclosed: { answer: 'yes', to: ['hosts'] },
			},
			{ key: 'inferences', collected: 'no', disclosed: { answer: 'may', to: ['hosts', 'banks'] } },
			{ key: 'other', collected: 'no', soldOrShared: { answer: 'may' } },
		],
		recipients: [
			{ key: 'hosts', label: 'hosting companies' },
			{ key: 'banks', label: 'banks' },
		],
		purposes: [
			{ key: 'a', text: 'to run the service' },
			{ key: 'b', text: 'to send bills' },
		],
		changeTerms: {
			inForce: 'effectiveDate',
			advanceNotice: { said: 'a reasonable time', days: 30 },
			objection: { days: 20 },
		},
	}),
	objection: {
		opensAt: instant('2026-11-02T00:00:00-08:00'),
		closesAt: instant('2027-01-15T00:00:00-08:00'),
		effect: 'We keep to the earlier text.',
	},
};

const printed = (
	name: string,
	props: Record<string, string> = {},
	locale = 'en',
	own: Partial<Revision> = {},
): unknown => {
	const context = {
		notice: 'california',
		zone: 'America/Los_Angeles',
		revision: { ...front, ...own },
		labels: labelsOf(locale),
	};
	const expansion = expand(name, props, context);
	if (!expansion.ok) return expansion.problem;
	if (expansion.display === 'inline') return plainOf(expansion.nodes);
	return blocksOf(expansion.nodes).map((it) => (it.kind === 'item' ? `${it.marker} ${it.text}` : it.text));
};

describe('within a sentence', () => {
	it.each([
		['Period', { of: 'respond' }, '30 days', '30 días'],
		['Period', { of: 'extend' }, '60 or 90 days', '60 o 90 días'],
		['Period', { of: 'confirm' }, '10 business days', '10 días hábiles'],
		['Period', { of: 'optOut' }, '15 business days', '15 días hábiles'],
		['Period', { of: 'accessWindow' }, '12 months', '12 meses'],
		['Period', { of: 'objection' }, '20 days', '20 días'],
		['Times', { of: 'access' }, 'twice in 12 months', '2 veces en 12 meses'],
		['EffectiveDate', {}, '1 March 2027', '1 de marzo de 2027'],
		[
			'ObjectionWindow',
			{},
			'from 2 November 2026 to 15 January 2027',
			'del 2 de noviembre de 2026 al 15 de enero de 2027',
		],
		['Controller', {}, 'Fern & Lark', 'Fern & Lark'],
	])('%s %o is "%s" and "%s"', (name, props, en, es) => {
		expect([printed(name, props), printed(name, props, 'es')]).toEqual([en, es]);
	});

	it('prints what was said of a number of days, where no number was', () => {
		expect(printed('Period', { of: 'advanceNotice' })).toBe('a reasonable time');
	});
});

describe('on lines of its own', () => {
	it('prints the categories as a table, the catch-all left out and the last column only where something is kept', () => {
		expect(printed('Categories')).toEqual([
			'Category | Examples | Collected | Sources',
			'Identifiers | your name | Yes | you; cookies',
			'Inferences about you | — | No | —',
		]);
		const kept = front.categories.map((it) => ({ ...it, retention: 'a year' }));
		expect(printed('Categories', {}, 'en', { categories: kept })).toContain(
			'Identifiers | your name | Yes | you; cookies | a year',
		);
	});

	it('letters the purposes', () => {
		expect(printed('Purposes')).toEqual(['(a) to run the service', '(b) to send bills']);
	});

	it('tells a hedge from a plain statement where a list has both', () => {
		expect(printed('Disclosed')).toEqual([
			'• Identifiers — with hosting companies',
			'• Inferences about you (may be) — with hosting companies, banks',
		]);
		expect(printed('SoldOrShared')).toEqual(['• Other personal information that Californian law describes']);
	});
});

describe('where something is wrong', () => {
	it('names the field that the front matter lacks', () => {
		expect(printed('Age', { of: 'children' })).toBe(
			'<Age> prints children.underAge, which the front matter does not state; state it, or remove <Age>.',
		);
	});

	it('names the components there are', () => {
		expect(printed('toString')).toContain('is not a component that a notice can use; it can use Period, Times');
	});

	it('refuses what a component does not take', () => {
		expect(printed('Controller', { of: 'x' })).toBe("<Controller> takes no 'of'; remove it.");
		expect(printed('Period')).toContain('<Period> expects of="respond" or');
	});
});

it('has every component of the guide', () => {
	expect(Object.keys(printers)).toMatchInlineSnapshot(`
		[
		  "Period",
		  "Times",
		  "Age",
		  "Controller",
		  "EffectiveDate",
		  "FeeGrounds",
		  "ObjectionWindow",
		  "PowerOfAttorney",
		  "ObjectionEffect",
		  "Purposes",
		  "FurtherUses",
		  "Disclosed",
		  "SoldOrShared",
		  "Sensitive",
		  "Populations",
		  "Excluded",
		  "AccessItems",
		  "DeletionGrounds",
		  "DiscriminationActs",
		  "Methods",
		  "Contact",
		  "Agents",
		  "VerificationNeeds",
		  "Reach",
		  "Rights",
		  "Categories",
		]
	`);
});
