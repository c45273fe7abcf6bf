import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { root } from './places.ts';

/** A port that nothing listens on at the moment. */
export const freePort = (): Promise<number> =>
	new Promise((done, fail) => {
		const server = createServer();
		server.once('error', fail);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
		});
	});

export interface RunningProgram {
	child: ChildProcess;
	/** All that it printed so far. */
	output(): string;
	/** Ends it as a crash would: at once, with nothing tidied. */
	crash(): Promise<void>;
	/** Asks it to stop, and resolves to its exit code. */
	stop(): Promise<number | null>;
}

const ended = (child: ChildProcess) =>
	new Promise<number | null>((done) => {
		if (child.exitCode !== null || child.signalCode !== null) return done(child.exitCode);
		child.once('close', (code) => done(code));
	});

const start = (args: string[], env: NodeJS.ProcessEnv) => {
	const child = spawn(process.execPath, args, {
		cwd: root,
		env: { ...process.env, NODE_ENV: '', UV_THREADPOOL_SIZE: '16', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout.on('data', (text) => {
		output += text;
	});
	child.stderr.on('data', (text) => {
		output += text;
	});
	return { child, output: () => output };
};

/** Runs a program of the project to its end. */
export const runProgram = async (args: string[], env: NodeJS.ProcessEnv = {}) => {
	const { child, output } = start(args, env);
	return { code: await ended(child), output: output() };
};

/** Starts a server, that of `npm start` unless another program is named, and waits until it says that it is ready. */
export const startProgram = (env: NodeJS.ProcessEnv, args: string[] = ['api/main.ts']): Promise<RunningProgram> =>
	new Promise((done, fail) => {
		const { child, output } = start(args, env);
		const running: RunningProgram = {
			child,
			output,
			async crash() {
				child.kill('SIGKILL');
				await ended(child);
			},
			async stop() {
				child.kill('SIGTERM');
				return ended(child);
			},
		};
		const onClose = (code: number | null) => fail(new Error(`the server ended (exit ${code}):\n${output()}`));
		child.once('close', onClose);
		const look = () => {
			if (!output().includes('Ready on')) return;
			child.off('close', onClose);
			child.stdout.off('data', look);
			done(running);
		};
		child.stdout.on('data', look);
	});
