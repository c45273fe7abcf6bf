import { expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const offenders = (files: { path: string; text: string }[], pattern: RegExp) =>
	files.filter((file) => pattern.test(file.text)).map((file) => file.path);

const rules = [...sourceFiles('schema'), ...sourceFiles('api/domain')];

it('reads no clock in schema or in the domain', () => {
	expect(offenders(rules, /Date\.now\(|new Date\(\)|Temporal\.Now|performance\.now/)).toEqual([]);
});

it('reads no environment in schema or in the domain', () => {
	expect(offenders(rules, /process\./)).toEqual([]);
});

it('reads files in schema only in its source folder', () => {
	const files = rules.filter((file) => !file.path.startsWith('schema/source/'));
	expect(offenders(files, /from 'node:(fs|net|http|https|child_process)/)).toEqual([]);
});

it('reads the environment of the API only in api/config.ts', () => {
	const readers = offenders(sourceFiles('api'), /process\.env/);
	// run.mjs starts before the configuration can be read; the build hands its environment on to Astro.
	expect(readers.sort()).toEqual(['api/cli/run.mjs', 'api/config.ts', 'api/publish/build.ts']);
});

it('takes no random numbers in schema or in the domain', () => {
	expect(offenders(rules, /Math\.random|randomBytes|randomUUID/)).toEqual([]);
});
