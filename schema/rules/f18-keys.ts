import type { Flaw } from '../notice/parse.ts';
import { eachVersion, type Rule, type VersionDraft } from './rule.ts';

type Keyed = { field: string; path: PropertyKey[] };

const twice = (keys: readonly string[], list: string): (Flaw & Keyed)[] =>
	keys.flatMap((key, index) =>
		keys.indexOf(key) === index
			? []
			: [
					{
						field: `${list}[${index}].key`,
						path: [list, index, 'key'],
						message: `'${key}' stands in ${list} twice. Put the two together.`,
					},
				],
	);

const checkKeys = ({ version: { revision } }: VersionDraft): (Flaw & Keyed)[] => {
	const recipients = revision.recipients.map((it) => it.key);
	const purposes = revision.purposes.map((it) => it.key);
	const unknown = (key: string, list: string, known: string[], path: PropertyKey[]): (Flaw & Keyed)[] =>
		known.includes(key)
			? []
			: [
					{
						field: path.join('.'),
						path,
						message: `'${key}' is not in ${list}. Name one of ${known.join(', ') || '(none yet)'}, or add it there.`,
					},
				];
	return [
		...twice(recipients, 'recipients'),
		...twice(purposes, 'purposes'),
		...twice(
			revision.categories.map((it) => it.key),
			'categories',
		),
		...revision.categories.flatMap((category, index) => [
			...category.purposes.flatMap((key) => unknown(key, 'purposes', purposes, ['categories', index, 'purposes'])),
			...category.disclosed.to.flatMap((key) =>
				unknown(key, 'recipients', recipients, ['categories', index, 'disclosed', 'to']),
			),
			...category.soldOrShared.to.flatMap((key) =>
				unknown(key, 'recipients', recipients, ['categories', index, 'soldOrShared', 'to']),
			),
		]),
	];
};

/** Every key that one list of the front matter names stands in the list it belongs to, once. */
export const f18Keys: Rule = {
	id: 'F18',
	level: 'error',
	citation: 'A promise about nobody cannot be kept.',
	check: (context) =>
		eachVersion(context, (draft) =>
			checkKeys(draft).map(({ path, ...flaw }) => ({
				...flaw,
				file: draft.canonical.file,
				line: draft.canonical.lineOf(path),
			})),
		),
};
