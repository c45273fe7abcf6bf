import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../../../schema/notice/model.ts';
import { formRules } from '../../../schema/rules/check.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { contentCopy, edit, fixtureContent } from '../../support/content.ts';

interface Fixture {
	edit: { file: string; from: string; to: string };
	finds: Pick<Finding, 'file' | 'message'> & Partial<Pick<Finding, 'line' | 'field'>>;
}

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const cases = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.yaml'))
	.sort()
	.map((file) => ({
		rule: dirname(file),
		name: basename(file, '.yaml').replaceAll('-', ' '),
		fixture: parse(readFileSync(join(fixtures, file), 'utf8')) as Fixture,
	}));

it('finds nothing wrong with the valid content', async () => {
	expect((await readLibrary(fixtureContent)).findings).toEqual([]);
});

describe('every rule', () => {
	it.each(cases)('$rule finds: $name', async ({ rule, fixture }) => {
		const folder = await contentCopy();
		// Only the rule about published texts looks at the ledger; without it, the others judge drafts.
		if (rule !== 'F4') await writeFile(join(folder, 'ledger.json'), '[]');
		await edit(folder, fixture.edit.file, fixture.edit.from, fixture.edit.to);
		const { findings } = await readLibrary(folder);
		const { message, ...place } = fixture.finds;
		expect(findings).toContainEqual(
			expect.objectContaining({ rule, ...place, message: expect.stringContaining(message) }),
		);
	});

	it('has a fixture that breaks it, or a test of its own', () => {
		const tested = [...new Set(cases.map((it) => it.rule)), 'F20'];
		expect(formRules.map((it) => it.id).filter((id) => !tested.includes(id))).toEqual([]);
	});

	it('has an id of its own and a citation', () => {
		expect(new Set(formRules.map((it) => it.id)).size).toBe(formRules.length);
		expect(formRules.filter((it) => !it.citation)).toEqual([]);
	});
});
