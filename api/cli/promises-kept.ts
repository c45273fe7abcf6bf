import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDuty } from '../../schema/duties.ts';
import { isTold } from '../../schema/notice/redline-data-table.ts';
import { projectRoot } from '../config.ts';

const tests = join(projectRoot, 'test');

/** The fields of front matter that the first line of a test says it holds; throws where one of them is no such field. */
const keysOf = (file: string): string[] => {
	const [line = ''] = readFileSync(join(tests, file), 'utf8').split('\n', 1);
	const keys = /^\/\/ Keeps: (.*)$/.exec(line)?.[1]?.split(', ') ?? [];
	const unknown = keys.find((key) => !isTold(key));
	if (unknown) throw new TypeError(`test/${file}: '${unknown}' is no field of the promises. Mend the line 'Keeps:'.`);
	return keys;
};

/** Every test of a duty, and every other one that says which promise it holds, with the fields of these promises. */
export const printPromisesKept = (): string => {
	const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.test.ts'))
		.map((file) => file.replaceAll('\\', '/'))
		.sort();
	const kept = files
		.map((file) => [file, keysOf(file)] as const)
		.filter(([file, keys]) => keys.length > 0 || isDuty(file));
	return `${JSON.stringify(Object.fromEntries(kept), null, '\t')}\n`;
};
