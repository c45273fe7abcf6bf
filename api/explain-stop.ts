import { BuildError } from './publish/builds.ts';

const isNodeError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

const portInUse = (error: NodeJS.ErrnoException & { port?: number }) =>
	`PORT: ${error.port} is in use by another program; stop it, or start with another port, such as PORT=4322 npm start.`;

/** One plain line for what the operator or the editor can mend; a bug keeps its stack. */
const describe = (error: unknown): { text: string; code: 1 | 2 } => {
	if (error instanceof BuildError) return { text: error.message, code: 1 };
	if (isNodeError(error) && error.code === 'EADDRINUSE') return { text: portInUse(error), code: 2 };
	if (isNodeError(error) && error.code === 'EACCES' && error.syscall === 'listen') {
		return { text: 'PORT: this user may not listen there; choose a port of 1024 or above.', code: 2 };
	}
	if (isNodeError(error) && ['ENOTFOUND', 'EADDRNOTAVAIL', 'EAI_AGAIN'].includes(error.code ?? '')) {
		return { text: `HOST: this machine has no such address (${error.code}); try localhost or 0.0.0.0.`, code: 2 };
	}
	if (isNodeError(error) && error.code?.startsWith('ERR_PARSE_ARGS')) {
		return { text: `${error.message} Try --help.`, code: 2 };
	}
	if (error instanceof TypeError && error.message.startsWith('--')) return { text: error.message, code: 2 };
	if (error instanceof Error && ['ConfigurationError', 'StoreError'].includes(error.name)) {
		return { text: error.message, code: 2 };
	}
	if (error instanceof Error && error.name === 'SystemError') return { text: error.message, code: 1 };
	return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), code: 1 };
};

/** Says why the program cannot go on and ends it: 2 where it was used wrongly, 1 where what it was given is wrong. */
export const explainStop = (error: unknown): never => {
	const { text, code } = describe(error);
	console.error(text);
	process.exit(code);
};
