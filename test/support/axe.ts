import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Only what is wrong is worked out in full: naming each element that is right takes three times as long as looking. */
const options = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	resultTypes: ['violations'],
};

const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) => ({
	id,
	nodes: nodes.slice(0, 3).map((node) => [node.target, node.failureSummary]),
})))`;

interface Judgement {
	/** Pixels by which the page is wider than its window. */
	overflow: number;
	/** Rules of WCAG 2.2 A and AA, and of good practice, that axe finds broken, with the first three places of each. */
	violations: { id: string; nodes: [unknown, string][] }[];
}

/** What nothing is wrong with. */
export const fine: Judgement = { overflow: 0, violations: [] };

/** What is wrong with the page as it stands. Its context needs `bypassCSP`, or the page's own policy keeps axe out. */
export const judge = async (page: Page): Promise<Judgement> => {
	if (!(await page.evaluate("'axe' in window"))) await page.evaluate(source);
	return {
		overflow: await page.evaluate<number>(
			'document.documentElement.scrollWidth - document.documentElement.clientWidth',
		),
		violations: await page.evaluate<Judgement['violations']>(run),
	};
};
