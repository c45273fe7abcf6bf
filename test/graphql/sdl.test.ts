import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';
import { expect, it } from 'vitest';
import { printSdl } from '../../api/graphql/print.ts';
import { root } from '../support/places.ts';

const published = readFileSync(join(root, 'schema/generated/schema.graphql'), 'utf8');

it('is printed fresh', () => {
	expect(published).toBe(printSdl());
});

it('has every name that other programs rely on', () => {
	const contract = buildSchema(readFileSync(join(root, 'test/graphql/contract.graphql'), 'utf8'));
	expect(findBreakingChanges(contract, buildSchema(printSdl()))).toEqual([]);
});
