import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../schema/time.ts';
import { StoreError } from './errors.ts';
import { applicationId } from './sqlite-file.ts';

/** What is kept of people, beside the dated copies: all that is sealed, and what leads to it. */
const apart = [
	{
		table: 'personal',
		columns: ['email_index', 'version', 'sealed', 'key_wrapped', 'key_id', 'erased_at'],
		emptied: 'email_index = null, sealed = null, key_wrapped = null, key_id = null',
	},
	{
		table: 'package',
		columns: ['sealed', 'key_wrapped', 'key_id'],
		emptied: 'sealed = null, key_wrapped = null, key_id = null',
	},
	{ table: 'webhook', columns: ['secret_sealed'], emptied: "secret_sealed = x''" },
];

/** Whole rows of people, which a copy has back only as far as it knows whose they are. */
const moved = [
	{
		table: 'addressee',
		columns: 'id, notice, version, personal_id, email_index, locale, told_at',
		known: 'personal_id in (select id from main.personal where erased_at is null)',
	},
	{ table: 'upload', columns: 'id, request_id, sealed', known: 'request_id in (select id from main.request)' },
];

/** They go with the data key, which another may have replaced by the time of a restore. */
const keySettings = "('data_key_id', 'data_key_next_id', 'index_key')";

/** What is forgotten within hours anyway, and leads to people meanwhile. */
const passing = ['sent_form', 'rate'];

const settingIn = (database: DatabaseSync, name: string, schema = 'main'): string | null => {
	const row = database.prepare(`select value from ${schema}.setting where name = ?`).get(name);
	return typeof row?.value === 'string' ? row.value : null;
};

const mark = 'people_apart';

/** Older stores lack some of the tables. */
const hasTable = (database: DatabaseSync, table: string) =>
	database.prepare("select 1 from main.sqlite_master where type = 'table' and name = ?").get(table) !== undefined;

/** Work on a copy of a store, in one transaction, with the file of people attached as `people`. */
const withPeople = <T>(copy: string, people: string, work: (database: DatabaseSync) => T): T => {
	const database = new DatabaseSync(copy);
	try {
		database.prepare('attach ? as people').run(people);
		database.exec('begin immediate');
		const result = work(database);
		database.exec('commit');
		return result;
	} finally {
		database.close();
	}
};

/** Takes everything of people out of a copy, into a new file. */
export const takeApart = (copy: string, people: string): void =>
	withPeople(copy, people, (database) => {
		database.exec(`pragma people.application_id = ${applicationId}`);
		for (const { table, columns, emptied } of apart.filter((it) => hasTable(database, it.table))) {
			database.exec(`create table people.${table} as select ${['id', ...columns].join(', ')} from main.${table};
				update main.${table} set ${emptied}`);
		}
		for (const { table, columns } of moved.filter((it) => hasTable(database, it.table))) {
			database.exec(`create table people.${table} as select ${columns} from main.${table};
				delete from main.${table}`);
		}
		for (const table of passing.filter((it) => hasTable(database, it))) database.exec(`delete from main.${table}`);
		database.exec(`create table people.setting as select name, value from main.setting
				where name = 'instance_id' or name in ${keySettings};
			delete from main.setting where name in ${keySettings};
			insert into main.setting (name, value) values ('${mark}', '1')`);
	});

/**
 * Puts into a copy what is kept of people now, of those whom it knows, and answers how many of them were erased since the
 * copy was made.
 */
export const bringTogether = (copy: string, people: string, now: Instant): number =>
	withPeople(copy, people, (database) => {
		const inBoth = (table: string) =>
			hasTable(database, table) &&
			database.prepare('select 1 from people.sqlite_master where name = ?').get(table) !== undefined;
		const gone = `erased_at is null and id not in (select id from people.personal where erased_at is null)`;
		const row = database.prepare(`select count(*) as erased from main.personal where ${gone}`).get();
		for (const { table, columns } of apart.filter((it) => inBoth(it.table))) {
			const values = `select ${columns.join(', ')} from people.${table} it where it.id = ${table}.id`;
			database.exec(`update main.${table} set (${columns.join(', ')}) = (${values})
				where id in (select id from people.${table})`);
		}
		database.prepare('update main.personal set erased_at = ? where erased_at is null and sealed is null').run(now);
		for (const { table, columns, known } of moved.filter((it) => inBoth(it.table))) {
			database.exec(`insert into main.${table} (${columns}) select ${columns} from people.${table} where ${known}`);
		}
		database.exec(`insert or replace into main.setting (name, value) select name, value from people.setting;
			delete from main.setting where name = '${mark}'`);
		return Number(row?.erased);
	});

const readIn = <T>(file: string, work: (database: DatabaseSync) => T): T => {
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		return work(database);
	} finally {
		database.close();
	}
};

/** Whether a database file is a copy without what is kept of people. */
export const isApart = (file: string): boolean => readIn(file, (database) => settingIn(database, mark) !== null);

/** Throws StoreError where a file of people is not that of the store. */
export const checkSameStore = (file: string, people: string): void => {
	const [store, other] = [file, people].map((it) => readIn(it, (database) => settingIn(database, 'instance_id')));
	if (store === other) return;
	throw new StoreError(`${people} belongs to another store. Name a folder of its own for the backups of each store.`);
};
