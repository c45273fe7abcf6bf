import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/places.ts';
import { writeBareAstro, writeManyVersions } from './many-versions.ts';
import { type Row, seconds } from './row.ts';

interface Run {
	ms: number;
	/** Of the processor, in all its processes: what else the machine does weighs less on it. */
	cpuMs: number;
	/** Of the process that took most. */
	peakMb: number;
	printed: string;
}

/** Runs a program and watches how much memory it, or any of its children, takes, and how much time of the processor. */
const run = (args: string[], env: NodeJS.ProcessEnv): Promise<Run> =>
	new Promise((done, fail) => {
		const started = performance.now();
		const program = '/usr/bin/time';
		const child = spawn(program, ['-f', '%M %U %S', process.execPath, ...args], {
			cwd: root,
			env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		let printed = '';
		child.stdout.on('data', (text) => {
			printed += text;
		});
		child.stderr.on('data', (text) => {
			output += text;
		});
		child.on('error', () => fail(new Error('this row needs the program /usr/bin/time')));
		child.on('close', (code) => {
			if (code !== 0) return fail(new Error(output.slice(-2000)));
			const [kB = 0, user = 0, system = 0] = output.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
			const cpuMs = (user + system) * 1000;
			done({ ms: performance.now() - started, cpuMs, peakMb: Math.round(kB / 1024), printed });
		});
	});

const at = '2026-11-24T00:00:00Z';

/** Under an address of its own, since a site that was built before is not built again; it is taken away at once. */
const buildOurs = async (content: string): Promise<Run> => {
	const env = { CONTENT_DIR: content, DATA_DIR: join(content, 'data'), PUBLIC_URL: `http://${randomUUID()}.example` };
	const built = await run(['api/cli/build.ts', '--at', at, '--json'], env);
	rmSync(JSON.parse(built.printed).folder, { recursive: true });
	return built;
};

const buildBare = async (folder: string, content: string): Promise<Run> => {
	await writeBareAstro(folder, content);
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	return run([join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', folder], {});
};

const counts = process.env.BENCH_VERSIONS?.split(',').map(Number) ?? [1000, 2000];

export const p5: Row = {
	id: 'P5',
	what: `a build of ${counts.join(' and ')} versions with consecutive redlines, feeds and manifests`,
	target: '1,000: at most 2x bare Astro; 2,000: at most 2.2x of 1,000; one added: at most the same again; under 3 GB',
	async measure(onLine) {
		const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-bench-'));
		const runs: { count: number; ours: Run; bare: Run }[] = [];
		let added = Number.NaN;
		try {
			for (const count of counts) {
				const content = join(folder, String(count));
				onLine(`writing ${count} versions`);
				await writeManyVersions(content, count);
				onLine(`building ${count} pages with bare Astro`);
				const bare = await buildBare(join(folder, `bare-${count}`), content);
				onLine(`building ${count} versions`);
				const ours = await buildOurs(content);
				runs.push({ count, bare, ours });
				if (count !== counts[0]) continue;
				onLine('building with one version more');
				await writeManyVersions(content, count + 1);
				added = (await buildOurs(content)).ms / ours.ms;
			}
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
		const [first, second] = runs;
		const ratio = first ? first.ours.ms / first.bare.ms : Number.NaN;
		const cpuRatio = first ? first.ours.cpuMs / first.bare.cpuMs : Number.NaN;
		const growth = first && second ? second.ours.ms / first.ours.ms : Number.NaN;
		const peakMb = Math.max(...runs.map(({ ours }) => ours.peakMb));
		const figures = Object.fromEntries(
			runs.map(({ count, ours, bare }) => [
				`${count} versions`,
				`${seconds(ours.ms)} s, bare Astro ${seconds(bare.ms)} s, peak ${ours.peakMb} MB`,
			]),
		);
		return {
			figures: {
				...figures,
				'to bare Astro': `${ratio.toFixed(1)}x, in time of the processor ${cpuRatio.toFixed(1)}x`,
				'one version added': `${added.toFixed(2)}x of building all`,
				...(second && { [`${second.count} to ${first?.count}`]: `${growth.toFixed(2)}x` }),
			},
			met: ratio <= 2 && !(growth > 2.2) && added <= 1.1 && peakMb < 3000,
		};
	},
};
