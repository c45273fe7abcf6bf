import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../api/cli/notice.ts', import.meta.url));

/** Runs one of the editor's commands to its end. */
export const notice = (...args: string[]): { status: number | null; stdout: string; stderr: string } => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
	return { status, stdout, stderr };
};
