import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import { StoreError } from './errors.ts';
import { first } from './migrations/0001-first.ts';
import { subscriptions } from './migrations/0002-subscriptions.ts';
import { webhooks } from './migrations/0003-webhooks.ts';
import { addressees } from './migrations/0004-addressees.ts';
import { objections } from './migrations/0006-objections.ts';
import { requestLife } from './migrations/0007-request-life.ts';
import { preferences } from './migrations/0008-preferences.ts';
import { eventLog } from './migrations/0009-event-log.ts';
import { retention } from './migrations/0009-retention.ts';
import { requestDecisions } from './migrations/0010-request-decisions.ts';
import { requestZone } from './migrations/0010-request-zone.ts';
import { formIds } from './migrations/0011-form-ids.ts';
import { packages } from './migrations/0012-packages.ts';
import { systemTasks } from './migrations/0012-system-tasks.ts';
import { systemWebhooks } from './migrations/0012-system-webhooks.ts';
import { staff } from './migrations/0013-staff.ts';
import { post } from './migrations/0017-post.ts';
import { consumerAsked } from './migrations/0018-consumer-asked.ts';
import { corrections } from './migrations/0018-corrections.ts';
import { queue } from './migrations/0021-queue.ts';
import { deadDeliveries } from './migrations/0023-dead-deliveries.ts';
import { messages } from './migrations/0024-messages.ts';
import { since } from './migrations/0025-since.ts';
import type { WriteTx } from './transactions.ts';

/** How each database spells the types that the migrations use. */
export interface ColumnTypes {
	text: string;
	/** Up to 2^53. */
	integer: string;
	bytes: string;
	/** A primary key that counts up by itself. */
	sequence: string;
	/** Put after the closing bracket of a table, so that columns take their own type only. */
	strict: string;
}

/** One step of the schema; never edited once released. */
export interface Migration {
	name: string;
	statements: (types: ColumnTypes) => string[];
}

/** All of them, in order. */
export const migrations: readonly Migration[] = [
	first,
	subscriptions,
	webhooks,
	addressees,
	objections,
	requestLife,
	preferences,
	eventLog,
	retention,
	requestDecisions,
	requestZone,
	formIds,
	packages,
	systemTasks,
	systemWebhooks,
	staff,
	post,
	consumerAsked,
	corrections,
	queue,
	deadDeliveries,
	messages,
	since,
];

const neutral: ColumnTypes = { text: 'TEXT', integer: 'INTEGER', bytes: 'BYTES', sequence: 'SEQUENCE', strict: '' };

/** The same on every database, and after a reformatting of the file. */
const checksumOf = ({ statements }: Migration) =>
	createHash('sha256').update(statements(neutral).join(';').replace(/\s+/g, ' ')).digest('hex');

const appliedIn = (trx: WriteTx) => trx.selectFrom('schemaMigration').selectAll().orderBy('name').execute();

/** What has been applied has to be the beginning of what is known, unchanged. */
const check = (applied: { name: string; checksum: string }[], known: readonly Migration[]) => {
	for (const [index, row] of applied.entries()) {
		const migration = known[index];
		if (!migration || migration.name !== row.name) {
			throw new StoreError(
				`The store has been through migration ${row.name}, which this version does not know: it is newer. Start the newer version, or restore the copy made before it.`,
			);
		}
		if (checksumOf(migration) !== row.checksum) {
			throw new StoreError(
				`Migration ${row.name} is not the one that this store has been through. Install the released version again.`,
			);
		}
	}
};

const apply = async (trx: WriteTx, engine: Engine, migration: Migration) => {
	for (const statement of migration.statements(engine.columnTypes)) await sql.raw(statement).execute(trx);
	await trx
		.insertInto('schemaMigration')
		.values({ name: migration.name, checksum: checksumOf(migration) })
		.execute();
};

/** One step in a transaction of its own; false where there is none left. */
const step = (engine: Engine, known: readonly Migration[]) =>
	engine.write(async (trx) => {
		await engine.lockMigrations(trx);
		const { text, strict } = engine.columnTypes;
		await sql
			.raw(`create table if not exists schema_migration (name ${text} primary key, checksum ${text} not null)${strict}`)
			.execute(trx);
		const applied = await appliedIn(trx);
		check(applied, known);
		const next = known[applied.length];
		if (next) await apply(trx, engine, next);
		return next?.name ?? null;
	});

/** Brings the schema up to date, forward only, and answers the names of the steps taken; throws StoreError where it is newer or changed. */
export const migrate = async (engine: Engine, known: readonly Migration[] = migrations): Promise<string[]> => {
	const taken: string[] = [];
	for (let name = await step(engine, known); name !== null; name = await step(engine, known)) taken.push(name);
	return taken;
};

/** Throws StoreError where the schema is not exactly up to date. */
export const requireCurrent = (engine: Engine): Promise<void> =>
	engine.read(async (tx) => {
		const applied = await tx.selectFrom('schemaMigration').selectAll().orderBy('name').execute();
		check(applied, migrations);
		if (applied.length < migrations.length)
			throw new StoreError('The store is of an older version. Start the server once; it brings it up to date.');
	});
