import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { demoInstant, root } from '../support/places.ts';
import { builtClient } from './built.ts';
import { jsonFeedSchema } from './json-feed.ts';

const client = await builtClient();
const read = (path: string) => readFileSync(join(client, path), 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

it('gives every event of every version an id of its own that never changes', () => {
	const ids = all(read('california/feed.atom'), /<entry>\s*<id>([^<]*)<\/id>/g);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids).toContain('tag:privacy.example,2026:california/2027-03-01#announced');
	expect(ids).toContain('tag:privacy.example,2026:california/2026-09-01#in-force');
	expect(ids).not.toContain('tag:privacy.example,2026:california/2027-03-01#in-force');
});

it('dates a feed by what happened, newest first, and never by the build', () => {
	const dates = all(read('california/feed.atom'), /<updated>([^<]*)<\/updated>/g);
	expect(dates.every((date) => date <= demoInstant)).toBe(true);
	expect(dates[0]).toBe(dates[1]);
	expect(dates.slice(1)).toEqual(dates.slice(1).toSorted().reverse());
});

const places = ['california', 'es/california', 'california-workforce', 'privacy-policy'];
const files = places.flatMap((place) => ['feed', 'feed-material', 'feed-all'].map((feed) => `${place}/${feed}`));

describe('the grammar of RFC 4287', () => {
	const grammar = XmlDocument.fromString(readFileSync(join(root, 'test/site/atom.rng'), 'utf8'));
	const validator = RelaxNGValidator.fromDoc(grammar);
	const problemIn = (xml: string) => {
		try {
			validator.validate(XmlDocument.fromString(xml));
			return null;
		} catch (error) {
			return String(error);
		}
	};

	it.each(files)('describes %s.atom', (file) => {
		expect(problemIn(read(`${file}.atom`))).toBe(null);
	});

	it('describes no feed that lacks a date, or has one that is no instant', () => {
		const xml = read('california/feed.atom');
		expect(problemIn(xml.replace(/<updated>.*?<\/updated>/, ''))).not.toBe(null);
		expect(problemIn(xml.replace(/<updated>.*?<\/updated>/, '<updated>yesterday</updated>'))).not.toBe(null);
	});
});

describe('the specification of JSON Feed', () => {
	const isFeed = new Ajv({
		strict: true,
		strictRequired: false,
		formats: { uri: URL.canParse, 'date-time': /^\d{4}-.*Z$/ },
	}).compile(jsonFeedSchema);

	it.each(files)('describes %s.json', (file) => {
		isFeed(JSON.parse(read(`${file}.json`)));
		expect(isFeed.errors).toBe(null);
	});
});

it('names itself and where it is found, and is found from the page of the notice and from its history', () => {
	for (const file of files) {
		expect(read(`${file}.atom`)).toContain(
			`<link rel="self" type="application/atom+xml" href="https://privacy.example/${file}.atom"/>`,
		);
		expect(JSON.parse(read(`${file}.json`)).feed_url).toBe(`https://privacy.example/${file}.json`);
		expect(read(`${file.slice(0, file.lastIndexOf('/'))}/history/index.html`)).toContain(`href="/${file}.atom"`);
	}
	expect(read('california/index.html')).toContain('href="/california/feed.atom"');
});

it('holds in each feed the changes that it is for', () => {
	const classes = (feed: string) =>
		[...new Set(all(read(`california/${feed}.atom`), /<category term="([^"]*)"/g))].sort();
	expect(classes('feed')).toEqual(['material', 'substantive']);
	expect(classes('feed-material')).toEqual(['material']);
	expect(classes('feed-all')).toEqual(['editorial', 'material', 'substantive']);
});

it('quotes the words that changed, with markers that a reader without styles shows', () => {
	const feed: { items: { id: string; content_text: string }[] } = JSON.parse(read('california/feed.json'));
	const item = feed.items.find(({ id }) => id.endsWith('/2027-03-01#announced'));
	expect(item?.content_text).toMatch(/\[added: .+\]/);
	expect(read('es/california/feed.atom')).toMatch(/\[añadido: .+\]/);
});

it('says the same in Atom and in JSON', () => {
	const feed: { items: { id: string }[]; feed_url: string } = JSON.parse(read('california/feed.json'));
	expect(feed.items.map((item) => item.id)).toEqual(all(read('california/feed.atom'), /<entry>\s*<id>([^<]*)<\/id>/g));
	expect(feed.feed_url).toBe('https://privacy.example/california/feed.json');
});

it('states the policy on opt-out signals', () => {
	expect(JSON.parse(read('.well-known/gpc.json'))).toMatchObject({ gpc: true });
});
