import { z } from 'zod';
import { slug } from '../notice/frontmatter.ts';
import { categoryKeys, deletionGrounds } from '../notice/vocabulary.ts';
import { immediateRights } from '../request/vocabulary.ts';
import { erasures, holders, withheldKinds } from './vocabulary.ts';

/** How long before a request is to be answered its tasks are due, in days, where a system does not say. */
const daysBefore = 7;

const words = z.string().trim().min(1, 'expected some words');

/** What a person is looked up by, such as `email` or `customerId`. */
const point = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'expected a name such as email or customerId');

const columnName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'expected the name of one column');
const tableName = z
	.string()
	.regex(
		/^([A-Za-z_]\w{0,62}\.)?[A-Za-z_]\w{0,62}$/,
		'expected the name of a table, such as customer or shop.customer',
	);

const column = z.strictObject({
	category: z.enum(categoryKeys),
	/** What people are told it is, where the column's name does not say it. */
	label: words.optional(),
	/** Said to be held and never disclosed; such values are not even read. */
	withheld: z.enum(withheldKinds).optional(),
	/** What stands there after an erasure of columns: nothing (null), or these words. */
	erasedTo: z.string().nullable().optional(),
});

const table = z
	.strictObject({
		name: tableName,
		/** By which columns a person's rows are found; all points that are given have to agree. */
		match: z.record(point, columnName).default({}),
		/** By which columns somebody is known to be that person; they find no rows. */
		confirm: z.record(point, columnName).default({}),
		/** Rows that belong to a person's rows of a table above: `column` holds the `key` of that table. */
		of: z.strictObject({ table: tableName, column: columnName, key: columnName }).optional(),
		columns: z.record(columnName, column).refine((it) => Object.keys(it).length > 0, 'expected one column or more'),
		erase: z.enum(erasures),
		/** Why rows are kept when a person asks to have them deleted. */
		keptFor: z.enum(deletionGrounds).optional(),
	})
	.refine((it) => (it.of === undefined) === Object.keys(it.match).length > 0, {
		path: ['match'],
		message: 'expected either match, or of',
	})
	.refine((it) => (it.erase === 'keep') === (it.keptFor !== undefined), {
		path: ['keptFor'],
		message: 'expected a ground where erase is keep, and only there',
	})
	.refine((it) => it.erase !== 'columns' || Object.values(it.columns).some(({ erasedTo }) => erasedTo !== undefined), {
		path: ['columns'],
		message: 'expected erasedTo in one column or more, since erase is columns',
	});

const isBelow = (tables: readonly z.output<typeof table>[]) =>
	tables.every(({ of }, place) => !of || tables.slice(0, place).some(({ name }) => name === of.table));

const postgres = z.strictObject({
	by: z.literal('postgres'),
	/** The variable of the environment that holds the address, secret and all. */
	connection: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'expected the name of a variable, such as SHOP_DATABASE_URL'),
	tables: z
		.array(table)
		.min(1)
		.refine((it) => new Set(it.map(({ name }) => name)).size === it.length, 'expected each table once')
		.refine(isBelow, 'expected each of.table among the tables above it'),
});

/** A program of its own does it: it is told of its tasks by a webhook, and answers through the API. */
const webhook = z.strictObject({ by: z.literal('webhook') });

/** The store of this program: subscriptions, objections, requests and standing choices. */
const own = z.strictObject({ by: z.literal('noticekeeper') });

const hand = z.strictObject({ by: z.literal('hand'), how: words });

/** A system that holds personal data, or somebody who received some. */
const system = z.strictObject({
	id: slug,
	name: words,
	/** Who answers for it. */
	owner: words,
	/** What it holds, where no table says so. */
	categories: z.array(z.enum(categoryKeys)).default([]),
	holder: z.enum(holders).default('business'),
	/** Rights that act at once, of which this system or its holder is told (11 CCR §§ 7026(f), 7027(g)). */
	toldOf: z.array(z.enum(immediateRights)).default([]),
	/** How many days before a request is to be answered its task here is due. */
	daysBefore: z.int().min(0).max(45).default(daysBefore),
	reach: z.discriminatedUnion('by', [postgres, webhook, own, hand]),
});

/** The form of `systems.yaml`. */
export const systemsFile = z
	.array(system)
	.refine((it) => new Set(it.map(({ id }) => id)).size === it.length, 'expected each id once')
	.refine((it) => it.filter(({ reach }) => reach.by === 'noticekeeper').length <= 1, 'expected by: noticekeeper once');

/** The form of a file that says by what a person is looked up. */
export const personFile = z
	.record(point, z.coerce.string().trim().min(1, 'expected a value').max(500, 'expected at most 500 characters'))
	.refine((it) => Object.keys(it).length > 0, 'expected one point or more, such as email: name@example.org');

/** The form of a file that says what is to stand in a column of a person's rows. */
export const correctionFile = z.strictObject({
	system: slug,
	table: tableName,
	column: columnName,
	value: z.string().max(10_000, 'expected at most 10,000 characters'),
});

export type System = z.output<typeof system>;
export type PostgresReach = z.output<typeof postgres>;
export type Table = z.output<typeof table>;
export type Column = z.output<typeof column>;
export type Person = z.output<typeof personFile>;
export type Correction = z.output<typeof correctionFile>;
