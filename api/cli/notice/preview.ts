import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../config.ts';
import { atHelp, atOption, type Command, contentDirOf, contentOptions, instantOf } from './command.ts';

export const preview: Command = {
	summary: 'Show the whole site as it will be, drafts included, on a throw-away store.',
	help: `${atHelp}
  --content <folder>  The content folder (else CONTENT_DIR, else ./content).
  --help              Print this.

What is in no ledger yet is shown as if it were published when its author says. Every page says that it is a
demonstration. PORT says where; Ctrl-C ends it.`,
	run: (args) => {
		const { content } = contentOptions;
		const { values } = parseArgs({ args, options: { content, ...atOption } });
		const shown = ['--at', instantOf(values), '--content', resolve(contentDirOf(values))];
		const server = spawn(process.execPath, [join(projectRoot, 'api/main.ts'), ...shown], { stdio: 'inherit' });
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
		return new Promise((done, fail) => {
			server.on('error', fail);
			server.on('close', (code) => done(code ?? 0));
		});
	},
};
