import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestApi } from '../../graphql/api.ts';
import { projectContent, root } from '../../support/places.ts';

const submit = `mutation { submitRightsRequest(input: { rights: [KNOW_CATEGORIES], population: WEBSITE,
	email: "ana@example.com" }) { ... on RightsReceipt { code } } }`;
const withdraw = 'mutation ($code: String!) { withdrawRightsRequest(input: { code: $code }) { __typename } }';

/** Runs commands beside a store in which a request was withdrawn. */
const withRequest = async () => {
	const api = await openTestApi();
	const { code } = (await api.ask(submit)).data.submitRightsRequest;
	await api.ask(withdraw, { code });
	const env = { ...process.env, DATA_DIR: api.dataDir, CONTENT_DIR: projectContent };
	const run = (...args: string[]) =>
		spawnSync(process.execPath, [join(root, 'api/cli/admin.ts'), ...args], { encoding: 'utf8', env });
	return { code, run, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
};

it('places, lists and lifts a hold, each with its answer', async () => {
	await using store = await withRequest();
	const why = ['--reason', 'claim 12', '--by', 'R. Vale', '--until', '2099-01-01T00:00:00Z'];
	const placed = store.run('hold', 'place', '--receipt', store.code, ...why, '--json');
	expect(placed.status).toBe(0);
	const { id } = JSON.parse(placed.stdout);
	expect(store.run('hold', 'list').stdout).toMatch(
		new RegExp(`^${id}  claim 12  placed by R. Vale at .+, ends at 2099-01-01T00:00:00.000Z\n$`),
	);
	expect(store.run('hold', 'lift', id).status).toBe(0);
	expect(store.run('hold', 'lift', id)).toMatchObject({ status: 1, stderr: `There is no live hold ${id}.\n` });
});

it('says what a hold lacks, and that there is no such receipt', async () => {
	await using store = await withRequest();
	const why = ['--reason', 'claim 12', '--by', 'R. Vale'];
	expect(store.run('hold', 'place', '--receipt', store.code)).toMatchObject({ status: 2 });
	expect(store.run('hold', 'place', '--receipt', store.code, ...why, '--until', 'soon').stderr).toContain('--until');
	const unknown = ['--receipt', '7K3M-9QXA-20FD-WB5T', ...why, '--until', '2099-01-01T00:00:00Z'];
	expect(store.run('hold', 'place', ...unknown)).toMatchObject({ status: 1 });
});

it('lists what is due to be destroyed without destroying it', async () => {
	await using store = await withRequest();
	expect(store.run('purge', '--dry-run')).toMatchObject({ status: 0, stdout: 'Due to be destroyed: 0.\n' });
	expect(store.run('purge')).toMatchObject({ status: 0, stdout: 'Destroyed: 0.\n' });
});
