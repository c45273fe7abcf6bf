import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publicUrl } from '../support/places.ts';
import { builtClient, builtPages } from './built.ts';

const client = await builtClient();
const pages = builtPages(client);
const byPath = new Map(pages.map((page) => [page.path, page.html]));

/** A comparison as a list, which is made when somebody asks for it. */
const asList = /\/compare\/[\d.-]+\/list\/$/;

/** Addresses that are answered per request, or by the server itself. */
const perRequest =
	/^\/(forms\/[a-z-]+\/|(es\/)?(requests\/(know|know-categories|delete|correct|opt-out|limit)\/([a-z]+\/)?|(objections|subscribe|choices)\/|(requests|objections)\/(status|receipt|confirmed)\/|subscribe\/(sent|confirmed)\/|search\/(\?.*)?)|graphql|schema\.graphql)$/;

const linksOf = (html: string) => [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map((match) => match[1] ?? '');

const isHere = (link: string) => link.startsWith(publicUrl) || (link.startsWith('/') && !link.startsWith('//'));

const problemOf = (from: string, link: string): string | null => {
	const { pathname, hash, search } = new URL(link.replaceAll('&amp;', '&'), `${publicUrl}${from}`);
	if (perRequest.test(pathname + search) || asList.test(pathname)) return null;
	const html = byPath.get(pathname);
	if (html === undefined)
		return existsSync(join(client, pathname)) ? null : `${from} links to ${link}, which is not there`;
	const id = decodeURIComponent(hash.slice(1));
	return id && id !== 'top' && !html.includes(`id="${id}"`) ? `${from} links to ${link}: no such place on it` : null;
};

it('finds pages to judge', () => {
	expect(pages.length).toBeGreaterThan(30);
});

it('links only to pages and places that are there', () => {
	const problems = pages.flatMap((page) =>
		[...new Set(linksOf(page.html))]
			.filter((link) => isHere(link) || link.startsWith('#'))
			.map((link) => problemOf(page.path, link))
			.filter((problem) => problem !== null),
	);
	expect(problems).toEqual([]);
});

it('loads nothing from anybody else', () => {
	const loads =
		/<(?:script|img|iframe|source|video|audio|embed|object)[^>]*\s(?:src|data)="([^"]*)"|<link[^>]*rel="(?:stylesheet|preload|icon|modulepreload)"[^>]*href="([^"]*)"|url\(([^)]*)\)|@import\s+"([^"]*)"/g;
	const foreign = pages.flatMap((page) =>
		[...page.html.matchAll(loads)]
			.map((match) => match.slice(1).find(Boolean) ?? '')
			.filter((address) => /^["']?(https?:)?\/\//.test(address))
			.map((address) => `${page.path} loads ${address}`),
	);
	expect(foreign).toEqual([]);
});
