import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import { explainStop } from '../explain-stop.ts';

const usage = `Serves site and API as npm start does, and starts them again whenever a file of theirs changes; changed
content needs no new start.

  npm run dev [-- <what npm start takes>]
`;

try {
	const args = process.argv.slice(2);
	if (args.includes('--help')) {
		console.log(usage);
		process.exit(0);
	}
	const watched = ['api', 'schema', 'site'].map((room) => `--watch-path=${join(projectRoot, room)}`);
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
