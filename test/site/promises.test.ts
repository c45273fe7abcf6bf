import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dutyWords } from '../../schema/duties.ts';
import { root } from '../support/places.ts';
import { builtClient, builtPages, wordsOf } from './built.ts';

const page = builtPages(await builtClient()).find(({ path }) => path === '/docs/promises/');
if (!page) throw new Error('there is no page of the promises');
const words = wordsOf(page.html);

it('says what each notice in force promises and which test holds it', () => {
	expect(words).toContain('California privacy notice');
	expect(words).toContain('Answer withincommitments.respondWithinDays 30 days CCPA 7021: answers within 45 days');
});

it('says of what no test holds that people keep it', () => {
	expect(words).toMatch(/Statements without a test.*People keep them\..*Grounds to refuse deletion/);
});

it('lists the test of every duty', () => {
	const duties = readdirSync(join(root, 'test/duties')).map(dutyWords);
	expect(duties.filter((duty) => !words.includes(duty))).toEqual([]);
});
