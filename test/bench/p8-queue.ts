import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore, type Store } from '../../api/store/open.ts';
import { openTestApi } from '../graphql/api.ts';
import { addRequests } from '../support/letters.ts';
import type { Row } from './row.ts';
import { timed } from './row.ts';

const sizes = (process.env.BENCH_REQUESTS ?? '10000,1000000').split(',').map(Number);
const runs = 200;

/** One request in so many is open, and these are the newest. */
const openShare = 33;

const list = `query ($open: Boolean, $status: RequestStatus, $right: Right, $due: DueWithin, $waitingFor: WaitingParty, $manner: IntakeManner,
	$orderBy: RequestOrder, $after: String) { rightsRequests(first: 50, open: $open, status: $status, right: $right, due: $due,
	waitingFor: $waitingFor, manner: $manner, orderBy: $orderBy, after: $after) {
	edges { node { id right status receivedOn dueOn daysLeft daysGiven waitingFor availableActions } } pageInfo { endCursor } } }`;

const questions: Record<string, Record<string, unknown>> = {
	'the open ones by due date': { open: true, orderBy: 'DUE' },
	'late ones': { due: 'LATE', orderBy: 'DUE' },
	'due in seven days': { due: 'SEVEN_DAYS', orderBy: 'DUE' },
	'those of one right': { right: 'CORRECT' },
	'answered ones by due date': { status: 'ANSWERED', orderBy: 'DUE' },
	'open ones that came by telephone': { open: true, manner: 'TELEPHONE', orderBy: 'DUE' },
	'those that wait for the desk': { waitingFor: 'DESK', orderBy: 'DUE' },
};

/** Copies one real request until there are so many, with rights, manners, dates and ends of their own. */
const fill = async (store: Store, count: number) => {
	const { id, requestIds } = await addRequests(store, ['DELETE']);
	const first = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
	const received = sql`strftime('%Y-%m-%dT%H:%M:%S.000Z', '2026-12-01', ((i - ${count}) * 94608000.0 / ${count}) || ' seconds')`;
	const isOpen = sql`i > ${count - count / openShare}`;
	const set: Record<string, unknown> = {
		id: sql`printf('%08x-0000-4000-8000-%012x', (i * 2654435761) % 4294967296, i)`,
		receipt_id: sql`printf('00000000-0000-4000-8000-%012x', i)`,
		code_hash: sql`printf('%064x', i)`,
		received_at: received,
		received_on: sql`substr(${received}, 1, 10)`,
		due_on: sql`date(substr(${received}, 1, 10), (15 + i % 45) || ' days')`,
		status: sql`case when ${isOpen} then 'IN_PROGRESS' when i % 9 = 0 then 'REFUSED' else 'ANSWERED' end`,
		ended_at: sql`case when ${isOpen} then null else ${received} end`,
		answered_at: sql`case when ${isOpen} then null else ${received} end`,
		right: sql`case i % 5 when 0 then 'CORRECT' when 1 then 'OPT_OUT' else 'DELETE' end`,
		manner: sql`case i % 20 when 0 then 'TELEPHONE' else 'FORM' end`,
	};
	const copy = async (table: 'receipt' | 'request', from: string) =>
		store.write(async (trx) => {
			const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(trx);
			const values = rows.map(({ name }) => {
				if (table === 'receipt' && name === 'id') return set.receipt_id;
				return set[name] ?? sql.ref(`t.${name}`);
			});
			const columns = sql.join(rows.map(({ name }) => sql.id(name)));
			await sql`insert into ${sql.table(table)} (${columns}) ${first} select ${sql.join(values)} from n, ${sql.table(table)} t where t.id = ${from}`.execute(
				trx,
			);
		});
	await copy('receipt', id);
	await copy('request', requestIds[0] ?? '');
	// As the database does itself from time to time.
	await store.write(async (trx) => sql`analyze`.execute(trx));
};

const p99 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

/** How long each question takes at the slowest of a hundred, in milliseconds, with so many requests. */
const measured = async (count: number): Promise<Record<string, number>> => {
	const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-bench-'));
	const store = await openStore({ dataDir, databaseUrl: undefined, sqliteDriver: 'sqlite3', dataKey: undefined });
	await fill(store, count);
	await using api = await openTestApi({ store });
	const key = await api.keyFor('requests:read');
	const asked = async (variables: Record<string, unknown>) => {
		const { data, errors } = await api.ask(list, variables, { key });
		if (errors || data.rightsRequests.edges.length === 0) throw new Error(JSON.stringify([variables, errors]));
		return data.rightsRequests.pageInfo.endCursor as string;
	};
	const at = '2025-06-01T00:00:00.000Z 00000000-0000-4000-8000-000000000000';
	const deep = { after: Buffer.from(at).toString('base64url') };
	const slowest: Record<string, number> = {};
	for (const [name, variables] of Object.entries({ ...questions, 'a page deep inside': deep })) {
		const times: number[] = [];
		for (let run = 0; run < runs; run += 1) times.push(await timed(() => asked(variables)));
		slowest[name] = p99(times.slice(runs / 10));
	}
	rmSync(dataDir, { recursive: true, force: true });
	return slowest;
};

export const p8: Row = {
	id: 'P8',
	what: `the desk's queue with ${sizes.join(' and ')} requests: a page of 50, p99`,
	target: '2x that with the fewest',
	async measure(onLine) {
		const results: Record<string, number>[] = [];
		for (const size of sizes) {
			onLine(`${size} requests`);
			results.push(await measured(size));
		}
		const [few = {}, many = {}] = [results[0], results.at(-1)];
		const times = Object.keys(few).map((name) => [name, few[name] ?? 0, many[name] ?? 0] as const);
		return {
			figures: Object.fromEntries(
				times.map(([name, a, b]) => [name, `${a.toFixed(1)} ms, ${b.toFixed(1)} ms: ${(b / a).toFixed(2)}x`]),
			),
			met: times.every(([, a, b]) => b <= 2 * a),
		};
	},
};
