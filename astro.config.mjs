import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { readKnown } from './site/known-library.ts';
import { searchIndex } from './site/search/index-files.ts';
import { staticHeaders } from './site/static-headers.ts';
import { notices } from './site/virtual-notices.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const from = (path, fallback) => resolve(root, path || fallback);

const publicUrl = (process.env.PUBLIC_URL || 'http://localhost:4321').replace(/\/+$/, '');

const known = await readKnown({
	contentDir: from(process.env.CONTENT_DIR, 'content'),
	libraryFile: process.env.LIBRARY_FILE,
	/** A build is a function of the content and this instant. */
	builtAt: new Date(process.env.BUILD_AT || Date.now()).toISOString(),
	publicUrl,
	apiUrl: (process.env.API_URL || '').replace(/\/+$/, ''),
	demo: process.env.DEMO ?? '',
});

export default defineConfig({
	srcDir: './site',
	publicDir: './site/public',
	outDir: from(process.env.OUT_DIR, 'dist/site'),
	cacheDir: from(process.env.CACHE_DIR, 'dist/.cache'),
	site: publicUrl,
	output: 'static',
	adapter: node({ mode: 'middleware', bodySizeLimit: 65_536, staticHeaders: true }),
	trailingSlash: 'always',
	compressHTML: true,
	build: { inlineStylesheets: 'always', concurrency: 4 },
	devToolbar: { enabled: false },
	// `Referrer-Policy: same-origin` and one check in site/middleware.ts stand in for it.
	security: { checkOrigin: false },
	prerenderConflictBehavior: 'error',
	markdown: {
		syntaxHighlight: false,
		processor: satteri({
			features: { headingAttributes: true, smartPunctuation: false, gfm: true },
		}),
	},
	integrations: [mdx(), preact({ compat: true }), notices(known), searchIndex(known), staticHeaders()],
});
