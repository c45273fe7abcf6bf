import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const usage = `Runs all that stands between a change and main: format, types, unused code, tests.

  npm test                     everything, as it is run for every change
  npm run deep                 the same, with the long runs in full (100 kills instead of 10, …)
  npm test -- <words>          only the test files whose path contains one of the words
  npm test -- --help           this text
`;

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { deep: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) {
	console.log(usage);
	process.exit(0);
}

const run = (args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> =>
	new Promise((done) => {
		const child = spawn(process.execPath, args, {
			cwd: root,
			stdio: 'inherit',
			env: { ...process.env, ...env },
		});
		child.on('error', () => done(1));
		child.on('close', (code) => done(code ?? 1));
	});

const checks: [string, string[]][] = [
	['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']],
	['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
	['types of the pages', ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning']],
	['unused code', ['node_modules/knip/bin/knip.js']],
	['generated files are fresh', ['api/cli/generate.ts', '--check']],
];

let passed = 0;
let failed = 0;
let skipped = 0;
const failures: string[] = [];

if (positionals.length === 0) {
	for (const [name, args] of checks) {
		console.log(`\n── ${name}`);
		const started = performance.now();
		const ok = (await run(args)) === 0;
		if (ok) passed += 1;
		else failures.push(name);
		failed += ok ? 0 : 1;
		console.log(`── ${name}: ${ok ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - started) / 1000)} s`);
	}
}

console.log('\n── tests');
const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-test-'));
const report = join(folder, 'report.json');
const code = await run(
	[
		'node_modules/vitest/vitest.mjs',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
		...positionals,
	],
	{ DEEP: values.deep ? '1' : '' },
);
try {
	const counts = JSON.parse(readFileSync(report, 'utf8'));
	passed += counts.numPassedTests;
	failed += counts.numFailedTests;
	skipped += counts.numPendingTests + counts.numTodoTests;
	// A file that could not be loaded, or an error outside any test, fails the run without a failed test.
	if (code !== 0 && counts.numFailedTests === 0) failed += Math.max(1, counts.numFailedTestSuites);
} catch {
	failed += 1;
}
rmSync(folder, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
if (process.env.CI && skipped > 0) {
	console.log(`${skipped} skipped: with CI set nothing may be skipped.`);
	failed += skipped;
}
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
