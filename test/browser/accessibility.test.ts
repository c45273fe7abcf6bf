import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { pageKinds } from './page-kinds.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = ['light', 'dark'] as const;
const widths = [320, 1280];

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
	server = await startServer();
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.[Symbol.asyncDispose]();
});

interface AxeResult {
	violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[];
}

const look = async (path: string, colorScheme: (typeof themes)[number], width: number) => {
	const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
	const page = await context.newPage();
	const strangers: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) strangers.push(request.url());
	});
	const response = await page.goto(server.url + path);
	await page.evaluate(axe);
	const result = (await page.evaluate(
		"axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
	)) as AxeResult;
	const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
	await context.close();
	return {
		status: response?.status(),
		strangers,
		overflow,
		violations: result.violations.map((it) => ({
			id: it.id,
			nodes: it.nodes.slice(0, 3).map((node) => [node.target, node.failureSummary]),
		})),
	};
};

describe('every kind of page, in both themes, at 320 and 1280 px', () => {
	it.each(Object.entries(pageKinds))(
		'%s: no violation, no sideways scrolling, no request to a stranger',
		async (_name, { path, status }) => {
			for (const theme of themes) {
				for (const width of widths) {
					const seen = await look(path, theme, width);
					expect({ theme, width, ...seen }).toEqual({
						theme,
						width,
						status,
						strangers: [],
						overflow: 0,
						violations: [],
					});
				}
			}
		},
	);
});
