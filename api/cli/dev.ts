import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot, readConfig } from '../config.ts';
import { explainStop } from '../explain-stop.ts';

const usage = `Serves site and API as npm start does, and starts them again whenever a file of theirs changes.

  npm run dev [-- <what npm start takes>]
`;

try {
	const args = process.argv.slice(2);
	if (args.includes('--help')) {
		console.log(usage);
		process.exit(0);
	}
	const folders = ['api', 'schema', 'site'].map((room) => join(projectRoot, room));
	const watched = [...folders, readConfig().contentDir].map((folder) => `--watch-path=${folder}`);
	const child = spawn(
		process.execPath,
		[...watched, '--watch-preserve-output', join(projectRoot, 'api/main.ts'), ...args],
		{
			stdio: 'inherit',
		},
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
	child.on('close', (code) => process.exit(code ?? 0));
} catch (error) {
	explainStop(error);
}
