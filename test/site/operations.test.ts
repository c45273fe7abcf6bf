import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import * as operations from '../../site/api/operations.ts';
import { root } from '../support/places.ts';

const schema = buildSchema(readFileSync(join(root, 'schema/generated/schema.graphql'), 'utf8'));

it.each(Object.entries(operations))('%s asks only for what the published schema offers', (_, { text }) => {
	expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([]);
});
