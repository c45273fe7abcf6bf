import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The headers of a build's static files beyond those of every answer: by path (`/california/`), then by name. */
export type PageHeaders = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The name of the file in `client/` that static hosts read headers from, and do not serve. */
export const hostHeadersFile = '_headers';

const fileOf = (folder: string) => join(folder, 'headers.json');

/** The headers that were written beside a build's `client/`; none where nothing was. */
export const readHeaders = async (folder: string): Promise<PageHeaders> => {
	const text = await readFile(fileOf(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return '{}';
		throw error;
	});
	// Only `addHeaders` writes this file, within a build that is complete.
	return JSON.parse(text) as PageHeaders;
};

/** The form in which static hosts take the same headers. */
const hostFile = (headers: PageHeaders) =>
	Object.entries(headers)
		.map(([path, named]) => [path, ...Object.entries(named).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
		.join('\n');

/** Adds headers to those that a build has; the server reads them from `headers.json`, a static host from `_headers`. */
export const addHeaders = async (folder: string, more: PageHeaders): Promise<void> => {
	const all: Record<string, Record<string, string>> = {};
	for (const [path, named] of [...Object.entries(await readHeaders(folder)), ...Object.entries(more)]) {
		all[path] = { ...all[path], ...named };
	}
	await writeFile(fileOf(folder), JSON.stringify(all));
	await writeFile(join(folder, 'client', hostHeadersFile), `${hostFile(all)}\n`);
};
