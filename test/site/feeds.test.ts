import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoInstant } from '../support/places.ts';
import { builtClient } from './built.ts';

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

it('says the same in Atom and in JSON', () => {
	const feed: { items: { id: string }[]; feed_url: string } = JSON.parse(read('california/feed.json'));
	expect(feed.items.map((item) => item.id)).toEqual(all(read('california/feed.atom'), /<entry>\s*<id>([^<]*)<\/id>/g));
	expect(feed.feed_url).toBe('https://privacy.example/california/feed.json');
});

it('lists every version with its hashes in the manifest', () => {
	const manifest: { versions: { version: string; status: string; sha256: Record<string, string> }[] } = JSON.parse(
		read('california/manifest.json'),
	);
	const inForce = manifest.versions.filter((version) => version.status === 'IN_FORCE');
	expect(inForce.map((version) => version.version)).toEqual(['2026-09-01']);
	expect(Object.keys(inForce[0]?.sha256 ?? {})).toEqual(['en', 'es']);
});

it('states the policy on opt-out signals', () => {
	expect(JSON.parse(read('.well-known/gpc.json'))).toMatchObject({ gpc: true });
});
