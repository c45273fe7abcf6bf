import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readStream } from '../../../api/store/events.ts';
import { openTestApi } from '../../graphql/api.ts';
import { projectContent, root } from '../../support/places.ts';

const withStore = async () => {
	const api = await openTestApi();
	const env = { ...process.env, DATA_DIR: api.dataDir, CONTENT_DIR: projectContent };
	const run = (...args: string[]) =>
		spawnSync(process.execPath, [join(root, 'api/cli/admin.ts'), 'person', ...args], { encoding: 'utf8', env });
	return { api, run, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
};

const ana = ['--name', 'Ana Vale', '--email', 'ana@example.org'];

it('adds, lists, changes and removes a person, each recorded by id alone', async () => {
	await using store = await withStore();
	const { id } = JSON.parse(store.run('add', ...ana, '--role', 'handler', '--json').stdout);
	expect(store.run('list').stdout).toMatch(new RegExp(`^${id}  handler  Ana Vale  ana@example.org  added at `));
	expect(store.run('role', id, '--role', 'auditor').status).toBe(0);
	expect(store.run('remove', id).status).toBe(0);
	const [person] = JSON.parse(store.run('list', '--json').stdout);
	expect(person).toMatchObject({ id, role: 'AUDITOR' });
	expect(person).not.toHaveProperty('name');
	expect(person).not.toHaveProperty('email');

	const byOperator = { keyId: null, staffId: null };
	const events = await store.api.store.read((tx) => readStream(tx, { kind: 'staff', id }));
	expect(events.map(({ at: _, ...event }) => event)).toEqual([
		{ type: 'staffAdded', role: 'HANDLER', ...byOperator },
		{ type: 'staffRoleChanged', role: 'AUDITOR', ...byOperator },
		{ type: 'staffRemoved', ...byOperator },
	]);
	// What was erased can be added again.
	expect(store.run('add', ...ana, '--role', 'editor').status).toBe(0);
});

it('takes an address once, however it is written', async () => {
	await using store = await withStore();
	expect(store.run('add', ...ana, '--role', 'officer').status).toBe(0);
	const again = store.run('add', '--name', 'Another', '--email', 'ANA@Example.org', '--role', 'editor');
	expect(again).toMatchObject({ status: 1, stdout: '' });
	expect(again.stderr).toContain('on the list already');
});

it('says what is wrong with what was typed', async () => {
	await using store = await withStore();
	expect(store.run('add', ...ana)).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('--role: expected one of'),
	});
	expect(store.run('add', '--name', 'Ana', '--email', 'ana', '--role', 'editor')).toMatchObject({
		status: 2,
		stderr: '--email: Enter an e-mail address such as name@example.org.\n',
	});
	expect(store.run('remove')).toMatchObject({ status: 2, stderr: expect.stringContaining('person list shows it') });
	expect(store.run('remove', 'nobody')).toMatchObject({ status: 1, stderr: 'There is nobody nobody on the list.\n' });
	expect(store.run('end', 'nothing')).toMatchObject({ status: 1 });
	expect(store.run('sessions')).toMatchObject({ status: 0, stdout: 'Nobody is signed in.\n' });
});
