import { describe, expect, it } from 'vitest';
import { publicUrl } from '../support/places.ts';
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
		const scripted = /<script(?! type="application\/ld\+json">)|\son\w+=|javascript:/i;
		expect(notices.filter((page) => scripted.test(page.html)).map((page) => page.path)).toEqual([]);
	});

	it('say to programs which version they are, and where its hashed text is', () => {
		const wrong = notices.filter((page) => {
			const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page.html)?.[1] ?? 'null');
			const { version, url, encoding } = data.mainEntity;
			const isOwn = page.path.endsWith(`/${version}/`) ? `${publicUrl}${page.path}` === url : true;
			return !isOwn || encoding.contentUrl !== `${url}text.json` || !page.html.includes(encoding.sha256.slice(0, 16));
		});
		expect(wrong.map((page) => page.path)).toEqual([]);
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

	it('offer the privacy choices on every page of the site but those of staff', () => {
		const ofPeople = pages.filter(({ path }) => !path.startsWith('/desk/'));
		expect(ofPeople.filter((page) => !/href="(\/es)?\/choices\/"/.test(page.html)).map(({ path }) => path)).toEqual([]);
	});
});
