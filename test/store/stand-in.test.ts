import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { newStoreConfig } from '../support/stores.ts';

const run = promisify(execFile);

it('opens the same file with node:sqlite, and says so in one line, where sqlite3 cannot be loaded', async () => {
	const config = await newStoreConfig('sqlite3');
	const script = `
		import { registerHooks } from 'node:module';
		registerHooks({
			resolve(name, context, next) {
				if (name === 'sqlite3') throw new Error('Could not locate the bindings file. Tried:\\n and so on');
				return next(name, context);
			},
		});
		const { openStore } = await import(${JSON.stringify(new URL('../../api/store/open.ts', import.meta.url).href)});
		const store = await openStore(${JSON.stringify(config)}, (line) => console.log(line));
		console.log(store.kind, await store.isReady());
		await store.close();`;
	const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
	expect(stdout.trim().split('\n')).toEqual([
		'The package sqlite3 could not be loaded (Could not locate the bindings file. Tried:); node:sqlite stands in and uses the same file.',
		'node:sqlite true',
	]);
});
