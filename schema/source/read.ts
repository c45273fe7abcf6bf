import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { describeIssues } from '../notice/describe.ts';
import { parseYaml, type YamlSource } from '../notice/parse.ts';
import type { FileFlaw } from '../rules/rule.ts';

/** The text of a file, or null where there is none; any other trouble with reading is the machine's and is thrown. */
export const readText = async (path: string): Promise<string | null> => {
	try {
		// Some editors begin a file with a byte order mark, which is no part of its text.
		return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
};

/** Data as a schema wants it, or what is wrong with it, each flaw on the line of its field. */
export const validate = <Schema extends z.ZodType>(
	schema: Schema,
	file: string,
	{ data, flaws, lineOf }: YamlSource,
): { value: z.output<Schema> | null; flaws: FileFlaw[] } => {
	if (flaws.length) return { value: null, flaws: flaws.map((it) => ({ ...it, file })) };
	const parsed = schema.safeParse(data);
	if (parsed.success) return { value: parsed.data, flaws: [] };
	return {
		value: null,
		flaws: describeIssues(schema, data, parsed.error.issues).map(({ path, field, message }) => ({
			file,
			line: lineOf(path),
			...(field ? { field } : {}),
			message,
		})),
	};
};

const jsonSource = (source: string): YamlSource => {
	const lineOf = () => 1;
	try {
		return { data: JSON.parse(source), flaws: [], lineOf };
	} catch (error) {
		const message = `This is not valid JSON: ${(error as Error).message}. Restore the file.`;
		return { data: undefined, flaws: [{ message }], lineOf };
	}
};

/** A YAML or JSON file as a schema wants it, or what is wrong with it; `missing` says what to do where there is none. */
export const readData = async <Schema extends z.ZodType>(
	schema: Schema,
	path: string,
	file: string,
	missing: string | null,
): Promise<{ value: z.output<Schema> | null; flaws: FileFlaw[]; lineOf: YamlSource['lineOf'] }> => {
	const text = await readText(path);
	if (text === null) return { value: null, flaws: missing ? [{ file, message: missing }] : [], lineOf: () => 1 };
	const source = file.endsWith('.json') ? jsonSource(text) : parseYaml(text);
	return { ...validate(schema, file, source), lineOf: source.lineOf };
};
