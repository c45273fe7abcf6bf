import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../schema/notice/address.ts';
import { isKnownAt } from '../../schema/notice/timeline.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { demoInstant, projectContent } from '../support/places.ts';
import { startServer } from '../support/server.ts';
import { builtClient, wordsOf } from './built.ts';

const { library } = await readLibrary(projectContent);
const client = await builtClient();

const editions = library.notices.flatMap((notice) =>
	notice.versions
		.filter((version) => isKnownAt(version, demoInstant))
		.flatMap((version) => Object.keys(version.editions).map((locale) => ({ notice, version, locale }))),
);

const query = `query($notice: String!, $version: String!, $locale: String) {
	noticeVersion(notice: $notice, version: $version) { text(format: PLAIN, locale: $locale) }
}`;

const ask = async (url: string, variables: object): Promise<string> => {
	const response = await fetch(`${url}/graphql`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ query, variables }),
	});
	const answer: { data: { noticeVersion: { text: string } } } = await response.json();
	return answer.data.noticeVersion.text;
};

/** Marks that a browser draws from the list or the table, and spaces, are no part of the words. */
const bare = (text: string) => text.replace(/[\s|•]/g, '');
const withoutMarkers = (text: string) => text.replace(/^ *(\([a-z]+\)|\d+\.) /gm, '');

describe('the page of an edition', async () => {
	await using server = await startServer();
	const texts = new Map<string, string>();
	for (const { notice, version, locale } of editions) {
		texts.set(
			`${placeOf(notice, locale)}/${version.id}`,
			await ask(server.url, { notice: notice.slug, version: version.id, locale }),
		);
	}

	it.each([...texts.keys()])('/%s/ has the very words that the API answers with', (place) => {
		const html = readFileSync(join(client, place, 'index.html'), 'utf8');
		const article = /<article class="text">([\s\S]*?)<\/article>/.exec(html)?.[1] ?? '';
		expect(bare(wordsOf(article))).toBe(bare(withoutMarkers(texts.get(place) ?? '')));
	});
});
