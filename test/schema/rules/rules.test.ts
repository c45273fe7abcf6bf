import { readdirSync, readFileSync } from 'node:fs';
import { cp, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../../../schema/notice/model.ts';
import { contentRules } from '../../../schema/rules/content-rules.ts';
import { formRules } from '../../../schema/rules/form-rules.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { instant } from '../../../schema/time.ts';
import { californiaContent, contentCopy, edit, fixtureContent } from '../../support/content.ts';

interface Fixture {
	/** Notices that stand beside the flawless one and begin as copies of it. */
	copies?: { from: string; to: string }[];
	/** What a flawless notice becomes. */
	edits: { file: string; from: string; to: string }[];
	moves?: { from: string; to: string }[];
	/** The flawless notice: rules of Californian law begin with one that is held to it. */
	content?: 'california' | 'lantern';
	/** The instant to judge at. */
	at?: string;
	/** What the rule then finds; nothing where the case is valid. */
	finds?: Pick<Finding, 'level' | 'file' | 'message'> & Partial<Pick<Finding, 'line' | 'field'>>;
}

/** A day before the notice held to Californian law is announced. */
const someDay = '2026-03-01T12:00:00-08:00';

const folder = fileURLToPath(new URL('../../fixtures/rules', import.meta.url));

const casesOf = (kind: 'valid' | 'invalid') =>
	readdirSync(folder)
		.sort()
		.flatMap((rule) =>
			readdirSync(join(folder, rule, kind))
				.sort()
				.map((file) => ({
					rule,
					name: basename(file, '.yaml').replaceAll('-', ' '),
					fixture: parse(readFileSync(join(folder, rule, kind, file), 'utf8')) as Fixture,
				})),
		);

const findingsOf = async (rule: string, fixture: Fixture) => {
	const california = (fixture.content ?? (rule.startsWith('C') ? 'california' : 'lantern')) === 'california';
	const copy = await contentCopy(california ? californiaContent : fixtureContent);
	// Only the rule about published texts looks at the ledger; without it, the others judge drafts.
	if (rule !== 'F4') await writeFile(join(copy, 'ledger.json'), '[]');
	for (const { from, to } of fixture.copies ?? []) await cp(join(copy, from), join(copy, to), { recursive: true });
	for (const { file, from, to } of fixture.edits) await edit(copy, file, from, to);
	for (const { from, to } of fixture.moves ?? []) await rename(join(copy, from), join(copy, to));
	const { findings } = await readLibrary(copy, { now: instant(fixture.at ?? someDay) });
	return findings.filter((it) => it.rule === rule);
};

describe('a rule', () => {
	it.each(casesOf('invalid'))('$rule finds: $name', async ({ rule, fixture }) => {
		expect(await findingsOf(rule, fixture)).toContainEqual(expect.objectContaining(fixture.finds));
	});

	it.each(casesOf('valid'))('$rule allows: $name', async ({ rule, fixture }) => {
		expect(await findingsOf(rule, fixture)).toEqual([]);
	});
});

describe('the rules', () => {
	const rules = [...formRules, ...contentRules];

	it('each have fixtures, an id of their own and a citation', () => {
		expect(rules.map((it) => it.id).sort()).toEqual(readdirSync(folder).sort());
		expect(rules.filter((it) => !it.citation)).toEqual([]);
	});

	it.each([
		['lantern', fixtureContent],
		['california', californiaContent],
	])('find nothing in the flawless notice %s', async (_, content) => {
		expect((await readLibrary(content, { now: instant(someDay) })).findings).toEqual([]);
	});
});
