import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	resolve: {
		// Vite would load graphql's .mjs while all packages load its .js, and two copies cannot share a schema.
		alias: [
			{ find: /^graphql$/, replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) },
		],
	},
	test: {
		include: ['test/**/*.test.ts'],
		globalSetup: ['test/support/setup.ts'],
		// Real databases, builds and browsers share two cores.
		testTimeout: 120_000,
		hookTimeout: 180_000,
		maxWorkers: 2,
		// Files share no state, and loading the whole API anew for each of them takes two thirds of their time.
		isolate: false,
	},
});
