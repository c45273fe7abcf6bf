import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles } from './source-files.ts';

/** Which part of the house a path belongs to: a room, and inside `api` the folder; `api` alone is its top files. */
const partOf = (path: string) => {
	const [room = '', folder = ''] = path.split('/');
	if (room !== 'api') return room;
	return folder.includes('.') ? 'api' : `api/${folder}`;
};

/** What each part may import, besides itself. The top files of `api` and its commands wire everything together. */
const allowed: Record<string, string[]> = {
	schema: [],
	site: ['schema'],
	'astro.config.mjs': ['site', 'schema'],
	'api/domain': ['schema'],
	'api/store': ['schema', 'api'],
	'api/mail': ['schema', 'api', 'api/store', 'api/domain'],
	'api/webhooks': ['schema', 'api', 'api/store', 'api/domain'],
	'api/connectors': ['schema'],
	'api/service': ['schema', 'api', 'api/domain', 'api/store', 'api/connectors'],
	'api/graphql': ['schema', 'api', 'api/service'],
	'api/publish': ['schema', 'api'],
	api: ['schema', 'api/graphql', 'api/service', 'api/store', 'api/mail', 'api/webhooks', 'api/publish'],
	'api/cli': [
		'schema',
		'api',
		'api/graphql',
		'api/service',
		'api/store',
		'api/mail',
		'api/webhooks',
		'api/publish',
		'api/connectors',
	],
};

const edges = ['schema', 'site', 'api'].flatMap((room) =>
	sourceFiles(room).flatMap((file) => importsOf(file).map((target) => ({ from: file.path, target }))),
);

describe('the import edges of the house', () => {
	it('finds imports to judge', () => {
		expect(edges.length).toBeGreaterThan(50);
	});

	it('holds every import to the allowed edges', () => {
		const wrong = edges.filter(({ from, target }) => {
			const [source, sink] = [partOf(from), partOf(target)];
			return source !== sink && !(allowed[source] ?? []).includes(sink);
		});
		expect(wrong).toEqual([]);
	});

	it('lets the top files of api that others import depend on nothing but schema', () => {
		const shared = new Set(
			edges
				.filter(({ from, target }) => partOf(from) !== 'api' && partOf(target) === 'api')
				.map(({ target }) => target),
		);
		const wrong = edges.filter(
			({ from, target }) => shared.has(from) && !['schema', 'api'].includes(partOf(target)) && !isCommand(from),
		);
		expect(wrong).toEqual([]);
	});
});

/** `api/explain-stop.ts` and `api/context.ts` speak of what the parts throw and offer. */
const isCommand = (path: string) => ['api/explain-stop.ts', 'api/context.ts'].includes(path);
