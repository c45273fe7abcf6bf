// Keeps: commitments.deletionGrounds
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { contentCopy } from '../support/content.ts';
import { openDesk, proven } from '../support/desk.ts';
import { projectContent } from '../support/places.ts';

const owner = 'Ada Lindqvist';
const reach = { by: 'hand', how: 'write to their privacy desk' };
const systems = [
	{ id: 'paper', name: 'Paper files', owner, reach },
	{ id: 'mailer', name: 'Letter Works', owner, holder: 'serviceProvider', reach },
];

const denials = [
	{ category: 'COMMERCIAL', ground: 'TRANSACTION' },
	{ category: 'IDENTIFIERS', ground: 'LEGAL_OBLIGATION' },
];

const complete = `mutation ($id: ID!, $note: SystemTaskNote!) { completeSystemTask(input: { id: $id, note: $note }) { __typename } }`;
const person = { email: 'ana.quintana@example.com', name: 'Ana Quintana', details: 'I lived at 12 Alder Lane.' };

// 11 CCR § 7022(f) and (g).
it('says what is kept, on which exception, what became of the rest, and how to stop its sale; then forgets the person', async () => {
	const contentDir = await contentCopy(projectContent);
	writeFileSync(join(contentDir, 'systems.yaml'), stringify(systems));
	await using desk = await openDesk({ CONTENT_DIR: contentDir });
	await desk.submit({ rights: ['DELETE'], ...person });
	await desk.confirm();
	const partly = { outcome: 'PARTLY', denials, message: 'Your orders of this year stay until March.' };
	expect(await desk.act('DELETE', 'answerRightsRequest', partly)).toMatchObject({ code: 'NOT_VERIFIED' });
	await desk.act('DELETE', 'verifyRightsRequest', proven);

	for (const { id, kind } of (await desk.request('DELETE')).tasks) {
		await desk.asStaff(complete, { id, note: kind === 'TELL' ? 'TOLD' : 'ERASED' });
	}
	const { tasks } = await desk.request('DELETE');
	expect(tasks.map(({ system, toldOn }) => [system, toldOn])).toEqual([
		['mailer', '2026-12-01'],
		['paper', null],
	]);

	const wrong = (own: object) => desk.act('DELETE', 'answerRightsRequest', { ...partly, ...own });
	expect(await wrong({ denials: [] })).toMatchObject({ code: 'GROUND_NEEDED' });
	expect(await wrong({ denials: [{ ground: 'TRANSACTION' }] })).toMatchObject({ code: 'PART_NOT_NAMED' });
	expect(await wrong({ denials: [{ category: 'COMMERCIAL', ground: 'ACCURATE' }] })).toMatchObject({
		code: 'GROUND_NOT_OFFERED',
		path: ['denials', '0', 'ground'],
	});
	expect(await wrong({ outcome: 'GRANTED' })).toMatchObject({ code: 'GROUND_NOT_EXPECTED' });
	expect(await wrong({})).toEqual({ status: 'ANSWERED' });

	const letter = await desk.letter('granted in part');
	expect(letter).toContain('- Commercial information: We need it to complete what you ordered');
	expect(letter).toContain('(Cal. Civ. Code § 1798.105(d)(1))');
	expect(letter).toContain('- Identifiers: The law obliges us to keep it. (Cal. Civ. Code § 1798.105(d)(8))');
	expect(letter).toContain('Everything else that we held about you has been deleted');
	expect(letter).toContain('use for nothing but the reason named');
	expect(letter).toContain('/choices/');
	expect(letter).toContain('Your orders of this year stay until March.');
	expect(letter).toContain('We keep a record of this request and of our answer for 24 months');

	// The record of the answer stays; the address, the name and the words of the person go once the letter has left.
	const { store, dataDir } = desk.server;
	const [held] = await store.read((tx) => tx.selectFrom('personal').selectAll().execute());
	desk.server.addSeconds(3601);
	await expect
		.poll(
			() => store.read((tx) => tx.selectFrom('event').select('type').where('type', '=', 'personalNarrowed').execute()),
			{
				timeout: 20_000,
			},
		)
		.toHaveLength(1);
	const traces = [person.email, 'Quintana', 'Alder Lane', held?.keyWrapped, held?.emailIndex];
	const found = () => {
		const files = readdirSync(dataDir).filter((name) => name.includes('.db'));
		const bytes = files.map((name) => readFileSync(join(dataDir, name)));
		return traces.map((trace) => trace && bytes.some((it) => it.includes(trace)));
	};
	await expect.poll(found, { timeout: 20_000 }).toEqual(traces.map(() => false));
	expect(desk.server.lines.join('\n')).not.toMatch(/quintana|alder/i);
});

it('offers only the exceptions that the notice names', async () => {
	const contentDir = await contentCopy(projectContent);
	await using desk = await openDesk({ CONTENT_DIR: contentDir });
	await desk.submit({ rights: ['DELETE'] });
	const { grounds } = await desk.request('DELETE');
	expect(grounds.filter(({ cite }) => cite.includes('1798.105(d)')).map(({ ground }) => ground)).toEqual([
		'TRANSACTION',
		'SECURITY',
		'DEBUG',
		'SPEECH',
		'CAL_ECPA',
		'RESEARCH',
		'INTERNAL_USE',
		'LEGAL_OBLIGATION',
	]);
});
