import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type GoverningQuestion,
	governingVersion,
	type StandingObjection,
} from '../../api/domain/governing-version.ts';
import type { Version } from '../../schema/notice/model.ts';
import { addSeconds, type Instant, instant } from '../../schema/time.ts';
import { someNotice, someVersion } from '../support/versions.ts';

const at = (year: number) => instant(`${year}-01-01T00:00:00Z`);

const reaching = (version: Version, appliesTo: 'all' | 'new-data-only'): Version => ({
	...version,
	revision: { ...version.revision, direction: 'adverse', reach: { categories: ['inferences'], appliesTo } },
});

const plain = (year: number, before: number | null): Version =>
	someVersion(`${year}-01-01`, before === null ? null : `${before}-01-01`, {
		announced: `${year - 1}-11-01T00:00:00Z`,
		effective: `${year}-01-01T00:00:00Z`,
	});

const [first, second, third] = [plain(2024, null), plain(2025, 2024), plain(2026, 2025)];
const now = at(2030);
const notice = someNotice([first, second, third]);
const question: GoverningQuestion = { objections: [], instant: at(2027), collectedAt: null, category: null };
const objection = (version: string, own: Partial<StandingObjection> = {}): StandingObjection => ({
	version,
	receivedAt: addSeconds(instant(`${version}T00:00:00Z`), -86_400 * 20),
	decidedAt: null,
	decision: null,
	withdrawnAt: null,
	...own,
});

const answer = (own: Partial<GoverningQuestion>, of = notice) => {
	const found = governingVersion(of, { ...question, ...own }, now);
	return found && [found.version.id, found.why];
};

describe('the text that governs a person', () => {
	it('is the one in force, and none before the first', () => {
		expect(answer({})).toEqual(['2026-01-01', 'IN_FORCE']);
		expect(answer({ instant: at(2025) })).toEqual(['2025-01-01', 'IN_FORCE']);
		expect(answer({ instant: addSeconds(at(2024), -1) })).toBeNull();
	});

	it('is the earlier one while an objection is undecided or upheld, and the new one when it is rejected', () => {
		const decidedAt = at(2027);
		const decided = (decision: 'UPHELD' | 'REJECTED') => [objection('2026-01-01', { decidedAt, decision })];
		expect(answer({ objections: [objection('2026-01-01')] })).toEqual(['2025-01-01', 'OBJECTION_UNDECIDED']);
		expect(answer({ objections: decided('UPHELD') })).toEqual(['2025-01-01', 'OBJECTION_UPHELD']);
		expect(answer({ objections: decided('REJECTED') })).toEqual(['2026-01-01', 'IN_FORCE']);
		const before = addSeconds(decidedAt, -1);
		expect(answer({ objections: decided('REJECTED'), instant: before })).toEqual(['2025-01-01', 'OBJECTION_UNDECIDED']);
	});

	it('is the new one again from the moment an objection is taken back', () => {
		const objections = [objection('2026-01-01', { withdrawnAt: at(2027) })];
		expect(answer({ objections })).toEqual(['2026-01-01', 'IN_FORCE']);
		expect(answer({ objections, instant: addSeconds(at(2027), -1) })).toEqual(['2025-01-01', 'OBJECTION_UNDECIDED']);
	});

	it('stays the earlier one when another version repeats the change, since saying nothing is no consent', () => {
		expect(answer({ objections: [objection('2025-01-01')] })).toEqual(['2024-01-01', 'OBJECTION_UNDECIDED']);
	});

	it('is the earlier one for data already held, of the categories that a change reaches', () => {
		const newOnly = someNotice([first, second, reaching(third, 'new-data-only')]);
		const held = { collectedAt: addSeconds(at(2026), -1) };
		expect(answer(held, newOnly)).toEqual(['2025-01-01', 'NEW_DATA_ONLY']);
		expect(answer({ ...held, category: 'inferences' }, newOnly)).toEqual(['2025-01-01', 'NEW_DATA_ONLY']);
		expect(answer({ ...held, category: 'identifiers' }, newOnly)).toEqual(['2026-01-01', 'IN_FORCE']);
		expect(answer({ collectedAt: at(2026) }, newOnly)).toEqual(['2026-01-01', 'IN_FORCE']);
		expect(answer(held, someNotice([first, second, reaching(third, 'all')]))).toEqual(['2025-01-01', 'CONSENT_NEEDED']);
	});
});

describe('of any objections, moments and data', () => {
	const moments = fc.integer({ min: -400, max: 1200 }).map((days) => addSeconds(at(2024), days * 86_400));
	const maybe = (of: fc.Arbitrary<Instant>) => fc.option(of, { nil: null });
	const objections = fc.array(
		fc.record({
			version: fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01'),
			receivedAt: moments,
			decidedAt: maybe(moments),
			decision: fc.constantFrom('UPHELD' as const, 'REJECTED' as const),
			withdrawnAt: maybe(moments),
		}),
		{ maxLength: 4 },
	);
	const reaches = someNotice([first, reaching(second, 'new-data-only'), reaching(third, 'all')]);
	const questions = fc.record({
		objections,
		instant: moments,
		collectedAt: maybe(moments),
		category: fc.constantFrom(null, 'inferences' as const, 'identifiers' as const),
	});

	it('nobody is governed by a text that is not in force yet', () => {
		fc.assert(
			fc.property(questions, (asked) => {
				const found = governingVersion(reaches, asked, now);
				expect(found === null).toBe(asked.instant < first.effectiveAt);
				if (found) expect(found.version.effectiveAt <= asked.instant).toBe(true);
			}),
		);
	});

	it('one more objection never brings a later text', () => {
		fc.assert(
			fc.property(questions, objections, (asked, more) => {
				const before = governingVersion(reaches, asked, now);
				const undecided = more.map((it) => ({ ...it, decidedAt: null }));
				const after = governingVersion(reaches, { ...asked, objections: [...asked.objections, ...undecided] }, now);
				if (before && after) expect(after.version.effectiveAt <= before.version.effectiveAt).toBe(true);
			}),
		);
	});

	it('whoever neither objected nor holds older data is governed by the one in force', () => {
		fc.assert(
			fc.property(moments, (moment) => {
				const asked = { objections: [], instant: moment, collectedAt: null, category: null };
				expect(governingVersion(reaches, asked, now)?.why ?? 'IN_FORCE').toBe('IN_FORCE');
			}),
		);
	});
});
