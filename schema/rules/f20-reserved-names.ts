import type { Rule } from './rule.ts';

/** First parts of addresses that belong to the server or the site. */
const reserved = new Set([
	'requests',
	'objections',
	'subscribe',
	'choices',
	'desk',
	'docs',
	'graphql',
	'forms',
	'healthz',
	'readyz',
	'metrics',
	'search',
	'embed',
	'auth',
	'figures',
	'files',
]);

/** Whether a name can be the first part of no notice's address: taken by the site, or the name of a language. */
const isReserved = (slug: string): boolean => reserved.has(slug) || /^[a-z]{2}$/.test(slug);

/** A notice's address is its own. */
export const f20ReservedNames: Rule = {
	id: 'F20',
	level: 'error',
	citation: 'A permanent address cannot be shared.',
	check: ({ notices }) =>
		notices
			.filter(({ notice }) => isReserved(notice.slug))
			.map(({ notice, file }) => ({
				file,
				message: `'/${notice.slug}/' belongs to the site itself or to a language. Rename the folder.`,
			})),
};
