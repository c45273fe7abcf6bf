import { getNamedType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { schema } from '../../api/graphql/schema.ts';
import { promises } from '../../schema/notice/frontmatter.ts';
import { openTestApi } from './api.ts';

interface Node {
	properties?: Record<string, Node>;
	items?: Node;
}

/** Where a field is not named as in the front matter: what a category says of a flow stands beside it. */
const elsewhere: Record<string, string> = {
	'categories.disclosed.answer': 'disclosed',
	'categories.disclosed.to': 'disclosedTo',
	'categories.disclosed.says': 'disclosedAs',
	'categories.soldOrShared.answer': 'soldOrShared',
	'categories.soldOrShared.to': 'soldOrSharedTo',
	'categories.soldOrShared.says': 'soldOrSharedAs',
};

const fieldOf = (typeName: string, field: string) => {
	const type = schema.getType(typeName);
	return isObjectType(type) ? type.getFields()[field] : undefined;
};

/** Paths of the front matter for which the type has no field. */
const missing = (node: Node, typeName: string, path: string): string[] =>
	Object.entries(node.properties ?? {}).flatMap(([key, value]) => {
		const here = path ? `${path}.${key}` : key;
		const parts = Object.keys(elsewhere).filter((name) => name.startsWith(`${here}.`));
		if (parts.length > 0) return parts.filter((part) => !fieldOf(typeName, elsewhere[part] ?? ''));
		const field = fieldOf(typeName, key);
		if (!field) return [here];
		return missing(value.items ?? value, getNamedType(field.type).name, here);
	});

const { categories, commitments, ...statements } =
	(z.toJSONSchema(promises, { io: 'input', unrepresentable: 'any' }) as Node).properties ?? {};

it('has a field for every promise that a version can state', () => {
	expect(missing({ properties: statements }, 'Commitments', '')).toEqual([]);
	expect(missing({ properties: statements }, 'Promises', '')).toEqual([]);
	expect(missing(commitments ?? {}, 'Commitments', 'commitments')).toEqual([]);
	expect(missing(categories?.items ?? {}, 'CategoryStatement', 'categories')).toEqual([]);
	expect(Object.keys(statements).length).toBeGreaterThan(9);
});

/** Every field of a type, and of what it leads to, but no way back to notices. */
const everything = (typeName: string): string => {
	const type = schema.getType(typeName);
	if (!isObjectType(type)) return '';
	if (typeName === 'Notice') return '{ slug }';
	return `{ ${Object.values(type.getFields())
		.map((field) => `${field.name} ${everything(getNamedType(field.type).name)}`)
		.join(' ')} }`;
};

it('can be asked for all of them at once, within the limits', async () => {
	await using api = await openTestApi();
	const query = `{ notice(slug: "california") { current { commitments ${everything('Commitments')} categories ${everything('CategoryStatement')} } } }`;
	const { data, errors } = await api.ask(query);
	expect(errors).toBeUndefined();
	const { current } = data.notice;
	const version = api.library.notices
		.find(({ slug }) => slug === 'california')
		?.versions.findLast((it) => it.effectiveAt <= api.now);
	const said = version?.revision;
	expect(current.categories).toHaveLength(said?.categories.length ?? -1);
	expect(current.commitments).toMatchObject({
		respondWithinDays: said?.commitments?.respondWithinDays,
		extendToDays: said?.commitments?.extendToDays,
		rights: said?.commitments?.rights,
		methods: said?.commitments?.methods,
		controller: said?.controller,
		purposes: said?.purposes,
		recipients: said?.recipients,
		soldForMoney: said?.soldForMoney,
		changeTerms: { useMeansAcceptance: said?.changeTerms?.useMeansAcceptance },
	});
});

it('says promises in the language asked for', async () => {
	await using api = await openTestApi();
	const { data } = await api.ask(
		'{ notice(slug: "california") { current { en: promises { purposes { text } } es: promises(locale: "es") { purposes { text } } } } }',
	);
	expect(data.notice.current.es.purposes).toHaveLength(data.notice.current.en.purposes.length);
	expect(data.notice.current.es.purposes).not.toEqual(data.notice.current.en.purposes);
});
