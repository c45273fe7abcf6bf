import { describe, expect, it } from 'vitest';
import { brotliSize, builtClient, builtPages, isNoticePage } from './built.ts';

const pages = builtPages(await builtClient());
const notices = pages.filter(isNoticePage);
/** The first flight of a TCP connection: ten segments of 1,460 bytes. */
const firstFlight = 14_600;

describe('the pages of notices', () => {
	it('are there to be judged', () => {
		expect(notices.length).toBeGreaterThan(10);
	});

	it('carry no script', () => {
		expect(notices.filter((page) => /<script|\son\w+=|javascript:/i.test(page.html)).map((page) => page.path)).toEqual(
			[],
		);
	});

	it('fit the first flight, banner included', () => {
		const tooLarge = notices.filter(
			(page) => brotliSize(page.html) > firstFlight || !page.html.includes('class="banner"'),
		);
		expect(tooLarge.map((page) => [page.path, brotliSize(page.html)])).toEqual([]);
	});

	it('name themselves as their own canonical address', () => {
		const wrong = notices.filter((page) => {
			const canonical = /<link rel="canonical" href="https:\/\/privacy\.example([^"]*)"/.exec(page.html)?.[1];
			return canonical !== page.path && !page.path.endsWith('/next/');
		});
		expect(wrong.map((page) => page.path)).toEqual([]);
	});

	it('have one heading of the first level each', () => {
		expect(pages.filter((page) => page.html.match(/<h1[\s>]/g)?.length !== 1).map((page) => page.path)).toEqual([]);
	});

	it('offer the privacy choices on every page of the site', () => {
		expect(pages.filter((page) => !page.html.includes('href="/requests/opt-out/"')).map((page) => page.path)).toEqual(
			[],
		);
	});
});
