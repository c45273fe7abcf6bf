import { describe, expect, it } from 'vitest';
import { verdict } from '../../../schema/materiality/verdict.ts';
import { plainDocument } from '../../../schema/source/plain-document.ts';

const side = (markdown: string) => ({ notice: '', id: '', ...plainDocument('notice.md', markdown) });
const judge = (from: string, to: string) => verdict(side(from), side(to));

/** A notice in words alone; each line can be changed by itself. */
const notice = `Last updated: 3 May 2024

Fern & Lark, Inc. ("we") runs a shop for seeds.

## What we collect

We collect your name and your e-mail address.

| Category | Collected |
| --- | --- |
| Geolocation | No |

## How we use it

We use this information:

- to send what you ordered
- to answer your letters

## Whom we share it with

We do not sell your personal information to anyone.

We share it with our hosting company, and our parcels travel with a partner.

## How long we keep it

We keep orders for seven years.

We delete letters from our files within 30 days.

## Your rights

You can ask for a copy of your data or have it deleted by writing to garden@fern.example.

We answer your request within thirty (30) days and without charging a fee.

We will tell you in writing when we need longer.

## Promises

We will only look at your account with your consent.

We will not read your letters.

## Children

We do not knowingly collect information from anyone under 16.

## Changes to this notice

We will notify you by e-mail 30 days before a change to this notice applies.
`;

/** The notice with one passage in other words; the passage must be there. */
const changed = (from: string, to: string): string => {
	if (!notice.includes(from)) throw new Error(`the notice does not say: ${from}`);
	return notice.replace(from, to);
};

const fired = (from: string, to: string) =>
	judge(notice, changed(from, to)).codes.map(({ code, direction }) => `${code} ${direction}`);

describe('the words show', () => {
	it.each([
		['a category more', 'M1 adverse', 'and your e-mail address', ', your e-mail address and your precise location'],
		['a category less', 'M1 favourable', 'your name and your e-mail address', 'your name'],
		['an answer in a table', 'M1 adverse', '| Geolocation | No |', '| Geolocation | Yes |'],
		[
			'a sentence about collecting',
			'M1 adverse',
			'e-mail address.\n',
			'e-mail address. We may also collect the size of your garden.\n',
		],
		[
			'a purpose more',
			'M2 adverse',
			'- to answer your letters',
			'- to answer your letters\n- to train a language model',
		],
		[
			'a purpose of its own words',
			'M2 adverse',
			'- to answer your letters',
			'- to answer your letters\n- to guess your taste',
		],
		['a purpose less', 'M2 favourable', '\n- to answer your letters', ''],
		['another organisation', 'M3 unclear', 'Fern & Lark, Inc. ("we")', 'Grand Seeds Holding, LLC ("we")'],
		['a denial of sale given up', 'M4 adverse', 'We do not sell your', 'We may sell your'],
		['a denial of sale removed', 'M4 adverse', 'We do not sell your personal information to anyone.\n', ''],
		['a denial of sale made narrower', 'M4 adverse', 'to anyone.', 'to anyone for money.'],
		['a kind of recipient more', 'M5 adverse', 'with our hosting company', 'with data brokers and our hosting company'],
		['a recipient by name', 'M5 adverse', 'travel with a partner', 'travel with our partner Parcelfox'],
		['a longer time to answer', 'M6 adverse', 'thirty (30) days', 'forty-five (45) days'],
		['a shorter time to answer', 'M6 favourable', 'thirty (30) days', 'ten (10) days'],
		['another address to write to', 'M6 unclear', 'garden@fern.example', 'desk@fern.example'],
		['a right less', 'M6 adverse', ' or have it deleted', ''],
		['a longer time of keeping', 'M7 adverse', 'for seven years', 'for ten years'],
		['a shorter time of keeping', 'M7 favourable', 'for seven years', 'for two years'],
		['keeping without end', 'M7 adverse', 'for seven years', 'indefinitely'],
		['a promise to delete removed', 'M7 adverse', 'We delete letters from our files within 30 days.\n', ''],
		['an age of children', 'M8 unclear', 'anyone under 16', 'anyone under 13'],
		['arbitration', 'M8 unclear', '## Children', 'Disputes go to arbitration.\n\n## Children'],
		[
			'a condition of consent gone',
			'M9 adverse',
			'We will only look at your account with your consent',
			'We will look at your account',
		],
		['a promise that may be kept', 'M9 adverse', 'We will tell you in writing', 'We may tell you in writing'],
		['a promise gone', 'M9 adverse', 'We will not read your letters.\n', ''],
		[
			'a promise with an exception',
			'M9 adverse',
			'not read your letters',
			'not read your letters unless we think it useful',
		],
		['a shorter warning of changes', 'M10 unclear', '30 days before a change', '10 days before a change'],
		['a channel less for changes', 'M10 adverse', 'notify you by e-mail 30 days before', 'notify you 30 days before'],
	])('%s: %s', (_, code, from, to) => {
		expect(fired(from, to)).toContain(code);
	});

	it('the words, old and new, that fired a code', () => {
		const { codes } = judge(notice, changed('for seven years', 'for ten years'));
		expect(codes).toEqual([
			{
				code: 'M7',
				direction: 'adverse',
				evidence: ['“We keep orders for seven years.” → “We keep orders for ten years.”'],
			},
		]);
	});
});

describe('a change is not material', () => {
	it.each([
		['other words for the same', 'runs a shop for seeds', 'keeps a shop that sells seeds and nothing else'],
		[
			'a sentence turned round',
			'We do not sell your personal information to anyone.',
			'Your personal information is not sold to anyone by us.',
		],
		['a number in figures', 'thirty (30) days', '30 days'],
		[
			'a sentence in another order',
			'We answer your request within thirty (30) days and',
			'Within thirty (30) days we answer your request, and',
		],
	])('for %s', (_, from, to) => {
		expect(judge(notice, changed(from, to))).toEqual({ class: 'substantive', codes: [] });
	});

	it('where a sentence only moved to another section', () => {
		const sentence = 'We will not read your letters.\n\n';
		const moved = changed(sentence, '').replace('## Children\n\n', `## Children\n\n${sentence}`);
		expect(judge(notice, moved).class).toBe('editorial');
	});
});

describe('a change is editorial', () => {
	it.each([
		['a slip of the pen', 'a shop for seeds', 'a shpo for seeds'],
		['a word said twice', 'runs a shop', 'runs a a shop'],
		['quotation marks and capitals', '("we") runs', '(“We”) runs'],
		['a heading', '## How long we keep it', '## Keeping'],
		['the day of the text', '3 May 2024', '9 June 2025'],
		['a list in place of lines', '- to send what you ordered\n- to', '* to send what you ordered\n* to'],
	])('where it is %s', (_, from, to) => {
		expect(judge(notice, changed(from, to))).toEqual({ class: 'editorial', codes: [] });
	});

	it.each([
		['a number', 'for seven years', 'for eleven years'],
		['a modal', 'We will tell you', 'We would tell you'],
		['a prefix that denies', 'and without charging', 'and unwithout charging'],
		['a name', 'a shop for seeds', 'a shop with Carla for seeds'],
		['a link to somebody else', 'a shop for seeds', 'a [shop](https://other.example) for seeds'],
	])('but not where %s changed', (_, from, to) => {
		expect(judge(notice, changed(from, to)).class).not.toBe('editorial');
	});
});
