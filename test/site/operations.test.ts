import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import * as operations from '../../site/api/operations.ts';
import * as intake from '../../site/desk/intake/operations.ts';
import * as frame from '../../site/desk/operations.ts';
import * as request from '../../site/desk/request/operations.ts';
import * as queue from '../../site/desk/requests/operations.ts';
import { root } from '../support/places.ts';

const schema = buildSchema(readFileSync(join(root, 'schema/generated/schema.graphql'), 'utf8'));

type Named = [name: string, operation: { text: string }];

const operationsIn = (it: object): Named[] =>
	Object.entries(it).flatMap(([name, value]): Named[] => {
		if (typeof value === 'string') return [[name, { text: value }]];
		return 'text' in value ? [[name, value]] : operationsIn(value);
	});

it.each([operations, frame, intake, request, queue].flatMap(operationsIn))(
	'%s asks only for what the published schema offers',
	(_, { text }) => {
		expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([]);
	},
);
