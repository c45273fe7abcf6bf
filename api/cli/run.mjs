// Sets up what is missing, then runs a program of this project under the pinned Node. Plain JavaScript, and Node 20 is
// enough for it: it is the one file that runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const marker = join(root, 'node_modules/.set-up');
const pinnedNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What an installation was made from: another lock file, platform or folder of headers wants another one. */
const wanted = () =>
	createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.update(`${process.platform} ${process.arch}`)
		.digest('hex');

const isSetUp = () => existsSync(pinnedNode) && existsSync(marker) && readFileSync(marker, 'utf8') === wanted();

/** node-gyp fetches Node's headers from the network unless it is told where they already are. */
const headers = () => {
	const folder = resolve(process.execPath, '../..');
	if (process.env.npm_config_nodedir) return {};
	return existsSync(join(folder, 'include/node/node_api.h')) ? { npm_config_nodedir: folder } : {};
};

const npm = () => {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
};

/**
 * The locked versions, and nothing written back. Not `npm ci`: it refuses a lock file that lacks another platform's optional
 * binaries, which are not on offer everywhere.
 */
const install = ['install', '--no-save', '--no-audit', '--no-fund'];

const setUp = () =>
	new Promise((done, fail) => {
		const started = Date.now();
		const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
		console.log('Setting up: installing what package-lock.json lists (about two minutes the first time, since the');
		console.log('database driver is compiled where no ready-made one fits this machine).');
		const ticker = setInterval(() => console.log(`  … still installing, ${seconds()}`), 15_000);
		const [command, ...first] = npm();
		const child = spawn(command, [...first, ...install], {
			cwd: root,
			env: { ...process.env, ...headers(), NODE_ENV: 'development' },
			shell: process.platform === 'win32' && command === 'npm',
		});
		let output = '';
		child.stdout.on('data', (text) => (output += text));
		child.stderr.on('data', (text) => (output += text));
		child.on('error', fail);
		child.on('close', (code) => {
			clearInterval(ticker);
			if (code !== 0 || !existsSync(pinnedNode)) {
				return fail(new Error(`npm install did not succeed (exit ${code}):\n${output.slice(-4000)}`));
			}
			writeFileSync(marker, wanted());
			console.log(`Set up in ${seconds()}.`);
			done();
		});
	});

const run = (args) => {
	const child = spawn(pinnedNode, args, {
		stdio: 'inherit',
		env: {
			// SQLite's threads are also those of the file system: with the default of 4, a few slow queries stop both.
			UV_THREADPOOL_SIZE: '16',
			ASTRO_TELEMETRY_DISABLED: '1',
			// What has been compiled once is kept: commands start in two thirds of the time.
			NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
			...process.env,
		},
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('error', (error) => {
		console.error(`Could not start the pinned Node (${error.message}). Remove node_modules and try again.`);
		process.exit(2);
	});
	child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
};

const [program, ...rest] = process.argv.slice(2);
if (!program) {
	console.error('Usage: node api/cli/run.mjs <program> [arguments]; the npm scripts call it.');
	process.exit(2);
}
if (!isSetUp()) {
	try {
		await setUp();
	} catch (error) {
		console.error(error.message);
		console.error('Mend what npm names above (often: no network), then run the same command again.');
		process.exit(2);
	}
}
const version = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
if (!version.startsWith('v24.')) {
	console.error(`The pinned Node does not run here (it said '${version}'). Remove node_modules and try again.`);
	process.exit(2);
}
run([join(root, program), ...rest]);
