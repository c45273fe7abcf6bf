import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

const lock: { packages: Record<string, { version?: string; resolved?: string }> } = JSON.parse(
	readFileSync(join(root, 'package-lock.json'), 'utf8'),
);
const pack: Record<string, Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the packages', () => {
	it('are pinned to exact versions', () => {
		const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];
		const loose = groups
			.flatMap((group) => Object.entries(pack[group] ?? {}))
			.filter(([, version]) => /^[\^~>*]/.test(version));
		expect(loose).toEqual([]);
	});

	it('hold one copy of graphql, since two cannot share a schema', () => {
		expect(Object.keys(lock.packages).filter((path) => /(^|\/)node_modules\/graphql$/.test(path))).toEqual([
			'node_modules/graphql',
		]);
	});

	it('name no registry host in the lock file', () => {
		expect(Object.values(lock.packages).filter((entry) => entry.resolved)).toEqual([]);
	});

	it('are each justified in the decision record', () => {
		const record = readFileSync(join(root, 'content/docs/decisions/0006-dependencies.md'), 'utf8');
		const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) =>
			Object.keys(pack[group] ?? {}),
		);
		expect(names.filter((name) => !record.includes(`\`${name}\``))).toEqual([]);
	});

	it.runIf(process.env.CI)('include the native sqlite3 binding where the checks run', () => {
		expect(existsSync(join(root, 'node_modules/sqlite3/build/Release/node_sqlite3.node'))).toBe(true);
	});
});
