import { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Json = { properties?: Record<string, Json>; items?: Json; additionalProperties?: unknown; anyOf?: Json[] };

/** What each kind of value is called in front of an author. */
const kinds: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'fields of its own, indented below it',
	record: 'fields of its own, indented below it',
	null: 'null',
};

const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value)?.slice(0, 60));

/** Fields that a schema knows at a path. */
const knownFields = (schema: Json, path: readonly PropertyKey[]): string[] => {
	let at: Json | undefined = schema;
	for (const key of path) at = typeof key === 'number' ? at?.items : at?.properties?.[String(key)];
	return Object.keys(at?.properties ?? {});
};

/** Edits between two words, counted until they are clearly more than two. */
const distance = (a: string, b: string): number => {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [i, left] of [...a].entries()) {
		const next = [i + 1];
		for (const [j, right] of [...b].entries()) {
			const substitute = (row[j] ?? 0) + (left.toLowerCase() === right.toLowerCase() ? 0 : 1);
			next.push(Math.min(substitute, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
};

const unknownField = (key: string, known: string[]): string => {
	const near = known.find((it) => distance(key, it) <= 2);
	const hint = near ? `Did you mean '${near}'? Rename or remove it.` : `Remove it, or use one of ${known.join(', ')}.`;
	return `'${key}' is not a field here. ${hint}`;
};

const missing = (expected: string) => `This field is missing: expected ${expected}. Add it.`;

const describe = (issue: Issue, data: unknown): string => {
	const value = issue.path.reduce((at: unknown, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], data);
	switch (issue.code) {
		case 'invalid_type': {
			// A field that says by itself what it expects says it better than its kind.
			const expected = /^expected (.*)/.exec(issue.message)?.[1] ?? kinds[issue.expected] ?? issue.expected;
			return value === undefined ? missing(expected) : `Expected ${expected}, found ${shown(value)}. Change the value.`;
		}
		case 'invalid_value': {
			const expected = `one of ${issue.values.map(String).join(', ')}`;
			return value === undefined
				? missing(expected)
				: `Expected ${expected}, found ${shown(value)}. Choose one of them.`;
		}
		case 'too_small':
			return `Expected at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}, found ${shown(value)}. Add to it.`;
		case 'too_big':
			return `Expected at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}, found ${
				typeof value === 'string' ? value.length : shown(value)
			}. Shorten it.`;
		case 'invalid_format':
			return `${issue.message.replace(/^e/, 'E')}, found ${shown(value)}. Correct it.`;
		default:
			return `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}, found ${shown(value)}. Correct it.`;
	}
};

const dotted = (path: readonly PropertyKey[]) =>
	path
		.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('')
		.replace(/^\./, '');

/** What a schema finds wrong with data: the path of the field and one message each, with what was expected and how to mend it. */
export const describeIssues = (
	schema: z.ZodType,
	data: unknown,
	issues: readonly Issue[],
): { path: PropertyKey[]; field: string; message: string }[] =>
	issues.flatMap((issue) => {
		if (issue.code !== 'unrecognized_keys') {
			return [{ path: issue.path, field: dotted(issue.path), message: describe(issue, data) }];
		}
		const known = knownFields(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json, issue.path);
		return issue.keys.map((key) => ({
			path: [...issue.path, key],
			field: dotted([...issue.path, key]),
			message: unknownField(key, known),
		}));
	});
