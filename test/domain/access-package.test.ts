import { expect, it } from 'vitest';
import { decide, evolve, type PackageCommand, type PackageState } from '../../api/domain/access-package.ts';
import { rights } from '../../schema/notice/vocabulary.ts';
import { addSeconds, instant } from '../../schema/time.ts';

const now = instant('2026-12-01T20:00:00Z');
const request = {
	right: 'KNOW_SPECIFIC',
	requester: 'SELF',
	proofs: ['IDENTITY'],
	treatedAs: null,
	status: 'IN_PROGRESS',
	hasAddress: true,
	byPost: false,
} as const;
type Request = Extract<PackageCommand, { type: 'make' }>['request'];

const outcome = (state: PackageState | null, command: PackageCommand, at = now) => {
	const decision = decide(state, command, { now: at });
	return decision.ok ? decision.events.map(({ type }) => type) : decision.refusal.code;
};
const make = (own: Partial<Request> = {}): PackageCommand => ({
	type: 'make',
	requestId: 'r1',
	request: { ...request, ...own },
});
const next = (state: PackageState | null, command: PackageCommand, at = now): PackageState => {
	const decision = decide(state, command, { now: at });
	const changed = decision.ok ? decision.events.reduce<PackageState | null>(evolve, state) : state;
	if (!changed) throw new Error('there is no package');
	return changed;
};
const ready = next(null, make());

it('answers a verified request for pieces of data, and nothing else', () => {
	expect(rights.filter((right) => outcome(null, make({ right })) !== 'NO_ACCESS_REQUEST')).toEqual(['KNOW_SPECIFIC']);
	expect(outcome(null, make({ treatedAs: 'KNOW_CATEGORIES' }))).toBe('NO_ACCESS_REQUEST');
	expect(outcome(null, make({ proofs: [] }))).toBe('NOT_VERIFIED');
	expect(outcome(null, make({ requester: 'ATTORNEY' }))).toBe('NOT_VERIFIED');
	expect(outcome(null, make({ requester: 'ATTORNEY', proofs: ['POWER_OF_ATTORNEY'] }))).toEqual(['packageMade']);
	expect(outcome(null, make({ hasAddress: false }))).toBe('ADDRESS_NEEDED');
	expect(outcome(null, make({ byPost: true }))).toBe('ADDRESS_NEEDED');
	expect(outcome(null, make({ status: 'ANSWERED' }))).toEqual(['packageMade']);
	expect(outcome(null, make({ status: 'REFUSED' }))).toBe('ALREADY_ENDED');
});

it('can be downloaded as often as one likes for 30 days, and each time is counted', () => {
	expect(ready).toMatchObject({ status: 'READY', expiresAt: '2026-12-31T20:00:00.000Z', downloads: 0 });
	const later = addSeconds(ready.expiresAt, -1);
	expect(next(next(ready, { type: 'download' }), { type: 'download' }, later)).toMatchObject({
		downloads: 2,
		lastDownloadedAt: later,
	});
	expect(outcome(ready, { type: 'download' }, ready.expiresAt)).toBe('PACKAGE_EXPIRED');
});

it.each([
	['revoke', 'PACKAGE_REVOKED'],
	['expire', 'PACKAGE_EXPIRED'],
] as const)('ends for good with %s, and its link says so', (type, code) => {
	const ended = next(ready, { type });
	expect(ended.endedAt).toBe(now);
	expect(outcome(ended, { type: 'download' })).toBe(code);
	for (const command of ['revoke', 'expire'] as const) expect(outcome(ended, { type: command })).toBe('ALREADY_ENDED');
});
