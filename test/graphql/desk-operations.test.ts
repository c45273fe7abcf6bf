import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../api/graphql/schema.ts';

const desk = resolve('site/desk');
const files = readdirSync(desk, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('operations.ts'));

const operationsOf = async (file: string) =>
	Object.values<{ text?: string }>(await import(resolve(desk, file))).flatMap(({ text }) => text ?? []);

it('asks for nothing on the desk that the API does not have', async () => {
	const texts = (await Promise.all(files.map(operationsOf))).flat();
	expect(texts.length).toBeGreaterThan(1);
	for (const text of texts) expect([text, validate(schema, parse(text))]).toEqual([text, []]);
});
