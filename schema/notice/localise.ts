import { type Promises, promises, type Revision } from './frontmatter.ts';

/** Every field of a revision that holds a phrase of its author's, which a translation must say in its own language. */
const phrases = [
	'scope.residents',
	'scope.populations.*.label',
	'scope.populations.*.referTo',
	'scope.excluded.*.what',
	'scope.excluded.*.referTo',
	'categories.*.label',
	'categories.*.examples',
	'categories.*.sources.*',
	'categories.*.retention',
	'categories.*.disclosed.says',
	'categories.*.soldOrShared.says',
	'purposes.*.text',
	'recipients.*.label',
	'commitments.agents.powerOfAttorney',
	'changeTerms.advanceNotice.said',
	'changeTerms.objection.said',
	'objection.effect',
	'reach.consent.mechanism',
].map((path) => path.split('.'));

type Say = (phrase: string) => string;

/** The value with the phrases at a path said anew; what is not there stays away. */
const sayAt = (value: unknown, path: readonly string[], say: Say): unknown => {
	const [key, ...rest] = path;
	if (key === undefined) return typeof value === 'string' ? say(value) : value;
	if (key === '*') return Array.isArray(value) ? value.map((it) => sayAt(it, rest, say)) : value;
	if (typeof value !== 'object' || value === null || !(key in value)) return value;
	const fields = value as Record<string, unknown>;
	return { ...fields, [key]: sayAt(fields[key], rest, say) };
};

/** A revision in another language, and the phrases for which `words` has no translation (those stay as they are). */
export const localise = (
	revision: Revision,
	words: Readonly<Record<string, string>>,
): { revision: Revision; missing: string[] } => {
	const missing = new Set<string>();
	const say = (phrase: string) => {
		const said = Object.hasOwn(words, phrase) ? words[phrase] : undefined;
		if (said === undefined) missing.add(phrase);
		return said ?? phrase;
	};
	const said = phrases.reduce<unknown>((at, path) => sayAt(at, path, say), revision);
	// Only strings were replaced by strings, so the shape is still that of a revision.
	return { revision: said as Revision, missing: [...missing] };
};

/** The promises of a revision, without what only tells of the change. */
export const promisesOf = (revision: Revision): Promises => {
	const keys = Object.keys(promises.shape) as (keyof Promises)[];
	return Object.fromEntries(keys.map((key) => [key, revision[key]])) as unknown as Promises;
};
