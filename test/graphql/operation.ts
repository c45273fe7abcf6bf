import {
	type GraphQLArgument,
	type GraphQLField,
	type GraphQLInputField,
	type GraphQLInputType,
	getNamedType,
	isEnumType,
	isInputObjectType,
	isLeafType,
	isListType,
	isNonNullType,
} from 'graphql';

const known: Record<string, unknown> = {
	email: 'somebody@stranger.example',
	locale: 'en',
	notice: 'california',
	notices: ['california'],
	version: '2027-03-01',
	code: 'AAAAA-AAAAA-AAAAA-AAAAA',
};

const scalars: Record<string, unknown> = {
	String: 'words',
	ID: 'UmlnaHRzUmVxdWVzdDox',
	Int: 1,
	Float: 1,
	Boolean: true,
	DateTime: '2026-11-01T00:00:00Z',
	Date: '2026-11-01',
};

/** Values for inputs by their names and types, some of them given. */
export const valuesFor = (
	fields: readonly (GraphQLArgument | GraphQLInputField)[],
	given: Record<string, unknown> = known,
	texts: { String?: string } = {},
): Record<string, unknown> => {
	const valueFor = (name: string, type: GraphQLInputType): unknown => {
		if (Object.hasOwn(given, name)) return given[name];
		if (isNonNullType(type)) return valueFor(name, type.ofType);
		if (isListType(type)) return [valueFor(name, type.ofType)];
		if (isEnumType(type)) return type.getValues()[0]?.name;
		if (isInputObjectType(type)) return valuesFor(Object.values(type.getFields()), given, texts);
		return (type.name === 'String' && texts.String) || scalars[type.name];
	};
	return Object.fromEntries(fields.map((field) => [field.name, valueFor(field.name, field.type)]));
};

/** A document that asks for one field with variables for all its arguments. */
export const operationOn = (
	kind: 'query' | 'mutation',
	field: GraphQLField<unknown, unknown>,
	given: Record<string, unknown> = known,
	texts: { String?: string } = {},
) => {
	const declared = field.args.map((it) => `$${it.name}: ${it.type}`).join(', ');
	const passed = field.args.map((it) => `${it.name}: $${it.name}`).join(', ');
	const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
	const query = `${kind} ${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`;
	return { name: field.name, query, variables: valuesFor(field.args, given, texts) };
};
