import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

export interface SourceFile {
	/** From the project's root, with forward slashes. */
	path: string;
	text: string;
}

/** Every source file of a room. */
export const sourceFiles = (room: string): SourceFile[] =>
	readdirSync(join(root, room), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|astro)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }));

/** The files of this project that a source file imports, from the project's root. */
export const importsOf = (file: SourceFile): string[] =>
	[...file.text.matchAll(/(?:from\s+|import\s*\(?\s*)['"](\.{1,2}\/[^'"]+)['"]/g)].map((match) =>
		relative(root, resolve(root, dirname(file.path), match[1] ?? '')),
	);
