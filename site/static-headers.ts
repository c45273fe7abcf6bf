import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/** The address under which the server is asked for a page: a folder ends with a slash, a file does not. */
const addressOf = (pathname: string) => {
	const address = `/${pathname.replace(/^\//, '')}`;
	return /(\/|\.[a-z]+)$/i.test(address) ? address : `${address}/`;
};

/** What the server cannot tell from the file itself. */
const headersOf = (headers: Headers = new Headers()) =>
	Object.fromEntries([...headers].filter(([name]) => name !== 'content-type'));

/**
 * Writes `headers.json` beside the built site: by address and name, the headers that each static page answered with when
 * it was built. The adapter must have `staticHeaders` for Astro to hand them over.
 */
export const staticHeaders = (): AstroIntegration => {
	let outDir: URL | null = null;
	return {
		name: 'noticekeeper:static-headers',
		hooks: {
			'astro:config:done': ({ config }) => {
				outDir = config.outDir;
			},
			'astro:build:generated': async ({ routeToHeaders }) => {
				if (!outDir) throw new TypeError('the site was built before its configuration was read');
				const headers = [...routeToHeaders].map(([pathname, it]) => [addressOf(pathname), headersOf(it.headers)]);
				await writeFile(new URL('headers.json', outDir), JSON.stringify(Object.fromEntries(headers)));
			},
		},
	};
};
