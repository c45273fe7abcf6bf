import type { TestProject } from 'vitest/node';
import { buildSite } from '../../api/publish/build.ts';
import { takeContent } from '../../api/publish/content.ts';
import { demoInstant, projectContent, publicUrl } from './places.ts';
import { startPostgres } from './postgres-server.ts';

/** Builds the site and starts a PostgreSQL, once for all tests that look at pages or at the store. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
	await buildSite({
		content: await takeContent({ contentDir: projectContent, demo: false }),
		publicUrl,
		at: demoInstant,
		demo: false,
	});
	const server = await startPostgres();
	provide('postgresUrl', server.url);
	return () => server.stop();
};
