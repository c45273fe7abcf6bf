import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { convert } from '../../../schema/import/convert.ts';
import { propose } from '../../../schema/import/proposals/propose.ts';
import { promises, revision } from '../../../schema/notice/frontmatter.ts';
import { frontMatterOf } from '../../../schema/notice/parse.ts';
import { versionOf } from './import.ts';

const source = `# Notice

In the last twelve (12) months we have collected:

| Category | Examples | Collected | Sources |
| --- | --- | --- | --- |
| Identifiers | Your name | Y | you; and couriers. |
| Biometric information | Fingerprints | N | N/A |
| Inferences | What you may like | N | N/A |

We may have disclosed these for a business purpose:

- Identifiers
- Inferences drawn from your orders

We may sell or share:

- Identifiers
- Other categories of information

## Your rights

You have the right to know, and to obtain the specific pieces. You have the right to request that we delete it, and the
right to correct it. You may opt out of the sale of it and limit the use of sensitive information.

To make a request, call (800) 555-0142, use our online form or write to privacy@fern.example. We verify who you are. We will
respond to your request within forty-five (45) days, and may extend that to ninety (90) days. Access can be asked for twice
in a twelve month period.

## Children

Our site is not directed at children. We do not knowingly collect or sell information of anybody under the age of 13.

## Contact

Ask privacy@fern.example.
`;

const proposed = (text: string) =>
	Object.assign({}, ...propose(convert(text, 'markdown', { keepAll: false }).pieces).map((it) => it.fields));

describe('what a text seems to state', () => {
	it('is read off it', () => {
		expect(proposed(source)).toEqual({
			contact: { email: 'privacy@fern.example', telephone: '(800) 555-0142' },
			coversMonths: 12,
			categories: [
				{
					key: 'identifiers',
					label: 'Identifiers',
					collected: 'yes',
					examples: 'Your name',
					sources: ['you', 'couriers'],
					disclosed: { answer: 'may' },
					soldOrShared: { answer: 'may' },
				},
				{ key: 'biometric', label: 'Biometric information', collected: 'no', examples: 'Fingerprints' },
				{
					key: 'inferences',
					label: 'Inferences',
					collected: 'no',
					examples: 'What you may like',
					disclosed: { answer: 'may' },
				},
				{ key: 'other', collected: 'may', soldOrShared: { answer: 'may' } },
			],
			commitments: {
				rights: ['KNOW_CATEGORIES', 'KNOW_SPECIFIC', 'DELETE', 'CORRECT', 'OPT_OUT', 'LIMIT'],
				respondWithinDays: 45,
				extendToDays: [90],
				accessRequestsPerYear: 2,
				methods: [
					{ kind: 'telephone', value: '(800) 555-0142' },
					{ kind: 'form', value: '/requests/' },
					{ kind: 'email', value: 'privacy@fern.example' },
				],
				verification: {
					rights: ['KNOW_CATEGORIES', 'KNOW_SPECIFIC', 'DELETE', 'CORRECT'],
					needs: ['identity', 'description'],
				},
			},
			children: { directedAt: false, underAge: 13, knowinglyCollected: false, knowinglySoldOrShared: false },
		});
	});

	it('is a form that the schema knows', () => {
		expect(promises.partial().safeParse(proposed(source)).error).toBeUndefined();
	});

	it('is nothing where the text states nothing', () => {
		expect(proposed('# Notice\n\nWe bake for children under 13, within days, and respond.')).toEqual({});
	});
});

describe('proposals in the front matter', () => {
	const { mdx } = versionOf(source, 'markdown');
	const frontMatter = frontMatterOf(mdx) ?? '';

	it('state nothing until somebody takes their marks away', () => {
		expect(Object.keys(parse(frontMatter))).toEqual([
			'version',
			'title',
			'announcedAt',
			'effectiveAt',
			'predecessor',
			'class',
			'summary',
			'controller',
		]);
	});

	it('are valid once their marks are taken away', () => {
		const confirmed = frontMatter.replace(/^# (?!proposed|Imported)/gm, '');
		expect(revision.safeParse(parse(confirmed)).error).toBeUndefined();
		expect(parse(confirmed)).toMatchObject({ commitments: { respondWithinDays: 45 }, coversMonths: 12 });
	});

	it('say the line that they were read off', () => {
		expect(mdx).toContain(
			"# proposed: commitments, read off line 26 of the source. Correct it, then take away '# ' to state it.",
		);
	});

	it('are left away where they would hold a place', () => {
		const text =
			'# Notice\n\nDo not knowingly collect.\n\n| Category | Examples | Collected |\n| --- | --- | --- |\n| Identifiers | TBD | Y |';
		expect(versionOf(text, 'markdown').mdx).not.toContain('# categories');
	});
});
