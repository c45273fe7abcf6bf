// Keeps: commitments.methods
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';
import { projectContent } from '../support/places.ts';
import { runProgram } from '../support/process.ts';

// Cal. Civ. Code § 1798.130(a)(2)(A): by post or electronically, at the consumer's option.
it('is printed with the address at its top, waits until it was posted, and none goes to a mail server', async () => {
	await using desk = await openDesk();
	const entered = await desk.record({
		rights: ['DELETE'],
		manner: 'POST',
		receivedOn: '2026-11-20',
		name: 'Ana Ruiz',
		post: 'Ana Ruiz\n12 Alder Lane\nFerris Point, California 90000',
	});
	expect(entered).toMatchObject({ __typename: 'RightsReceipt', requests: [{ status: 'IN_PROGRESS' }] });
	await desk.act('DELETE', 'verifyRightsRequest', proven);
	const partly = {
		outcome: 'PARTLY',
		denials: [{ category: 'COMMERCIAL', ground: 'TRANSACTION' }],
		message: 'By hand.',
	};
	expect(await desk.act('DELETE', 'answerRightsRequest', partly)).toEqual({ status: 'ANSWERED' });

	const env = { DATA_DIR: desk.server.dataDir, CONTENT_DIR: projectContent };
	const post = (...args: string[]) => runProgram(['api/cli/admin.ts', 'post', ...args], env);
	const out = mkdtempSync(join(tmpdir(), 'noticekeeper-post-'));
	// The clock of the command is the machine's own; both letters were queued on 1 December 2026.
	await desk.server.store.write((trx) =>
		trx
			.updateTable('outbox')
			.set({ dueAt: '2026-01-01T00:00:00.000Z' as never })
			.execute(),
	);
	const listed = (await post('list')).output;
	expect(listed).toContain('request-receipt');
	expect(listed).toContain('request-partly');
	expect((await post('print', '--out', out)).output).toContain('Print and post them');
	const files = readdirSync(out);
	expect(files).toHaveLength(2);
	const letter = readFileSync(join(out, files.find((name) => name.includes('partly')) ?? ''), 'utf8');
	expect(letter.startsWith('Ana Ruiz\n12 Alder Lane\nFerris Point, California 90000\n\n\nThe answer')).toBe(true);
	expect(letter).toContain('(Cal. Civ. Code § 1798.105(d)(1))');
	expect(letter).toContain('By hand.');

	expect((await post('list')).output).toContain('request-receipt');
	const ids = listed.split('\n').flatMap((line) => line.split('  ')[0] || []);
	expect((await post('sent', ...ids)).code).toBe(0);
	expect((await post('list')).output).toBe('No letter waits for the post.\n');
	expect(await post('sent', ...ids)).toMatchObject({ code: 1 });
	expect(desk.peer.received).toEqual([]);
});
