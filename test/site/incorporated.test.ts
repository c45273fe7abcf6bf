import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite } from '../../api/publish/build.ts';
import { takeContent } from '../../api/publish/content.ts';
import { instant } from '../../schema/time.ts';
import { incorporatingContent } from '../support/incorporating.ts';
import { publicUrl } from '../support/places.ts';
import { wordsOf } from './built.ts';

it('says on its page what a notice takes over, and in its banner what changes there', {
	timeout: 120_000,
}, async () => {
	const { folder } = await buildSite({
		content: await takeContent({ contentDir: await incorporatingContent(), demo: true }),
		publicUrl,
		at: instant('2025-01-01T00:00:00Z'),
		demo: true,
	});
	const file = (name: string) => readFileSync(join(folder, 'client', name), 'utf8');
	const page = file('lantern/index.html');
	expect(page).toContain('href="/policy/2024-03-04/#records"');
	expect(wordsOf(page)).toContain(
		'Takes over: What we write down, of “Reader notice”, as in force since 4 March 2024.',
	);
	const changes = (slug: string) => JSON.parse(file(`embed/${slug}.json`)).languages.en.changes;
	const said = 'Library policy changes on 1 February 2025.';
	expect(changes('lantern')).toEqual([
		expect.objectContaining({ version: '2025-02-01', said: `${said} The change holds for Reader notice too.` }),
	]);
	expect(changes('policy')).toEqual([expect.objectContaining({ version: '2025-02-01', said })]);
	expect(page.split(said)).toHaveLength(2);
});
