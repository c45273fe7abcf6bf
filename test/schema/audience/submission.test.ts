import { expect, it } from 'vitest';
import { parseAudienceCsv } from '../../../schema/audience/submission.ts';

it('reads addresses with and without a language, quoted or not, whatever ends the lines', () => {
	const text = '\uFEFFemail,locale\r\nana@example.com,es\r\n"ben@example.com",""\n\ncleo@example.com\n';
	expect(parseAudienceCsv(text)).toEqual({
		people: [
			{ email: 'ana@example.com', locale: 'es' },
			{ email: 'ben@example.com', locale: undefined },
			{ email: 'cleo@example.com', locale: undefined },
		],
		flaws: [],
	});
});

it('names the lines that it cannot read, and quotes none of them', () => {
	const { people, flaws } = parseAudienceCsv('ana@example.com\nnobody\nben@example.com,en,more\n=cmd,en\n');
	expect(people).toHaveLength(1);
	expect(flaws.map(({ line }) => line)).toEqual([2, 3, 4]);
	expect(JSON.stringify(flaws)).not.toMatch(/nobody|ben@|cmd/);
});
