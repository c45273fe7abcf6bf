import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/places.ts';

const table = readFileSync(join(root, 'content/docs/promises.md'), 'utf8');
const named = [...table.matchAll(/`((?:api|schema|test)\/[\w./-]+\.ts)`/g)].flatMap(([, file]) => file ?? []);

it('names only code and tests that there are', () => {
	expect(named.length).toBeGreaterThan(40);
	expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

it('names every test of a duty', () => {
	const duties = readdirSync(join(root, 'test/duties')).map((file) => `test/duties/${file}`);
	expect(duties.filter((file) => !named.includes(file))).toEqual([]);
});
