import { describe, expect, it } from 'vitest';
import {
	decide,
	evolve,
	nextDeadline,
	type SubscriptionCommand,
	type SubscriptionState,
} from '../../api/domain/subscription.ts';
import { instant } from '../../schema/time.ts';

const known = ['california', 'privacy'];
const choice = { leastClass: 'material', frequency: 'WEEKLY' } as const;
const subscribe = { type: 'subscribe', notices: ['california', 'california'], known, ...choice } as const;
const start = '2026-12-01T12:00:00Z';

const step = (state: SubscriptionState | null, command: SubscriptionCommand, at: string) => {
	const decision = decide(state, command, { now: instant(at) });
	return decision.ok ? decision.events.reduce<SubscriptionState | null>(evolve, state) : decision.refusal.code;
};
const must = (it: SubscriptionState | string | null): SubscriptionState => {
	if (it === null || typeof it === 'string') throw new Error(String(it));
	return it;
};

const pending = must(step(null, subscribe, start));
const confirmed = must(step(pending, { type: 'confirm' }, '2026-12-02T12:00:00Z'));
const ended = must(step(confirmed, { type: 'end' }, '2026-12-03T12:00:00Z'));

describe('a subscription', () => {
	it('is to each notice once, and waits 48 hours', () => {
		expect(pending).toMatchObject({
			...choice,
			notices: ['california'],
			status: 'PENDING',
			confirmBy: '2026-12-03T12:00:00.000Z',
		});
		expect(nextDeadline(pending)).toBe('2026-12-03T12:00:00.000Z');
	});

	it('is confirmed in time, and not later', () => {
		expect(confirmed.status).toBe('CONFIRMED');
		expect(step(pending, { type: 'confirm' }, '2026-12-03T12:00:00Z')).toBe('LINK_EXPIRED');
		expect(step(confirmed, { type: 'confirm' }, '2026-12-02T13:00:00Z')).toBe('ALREADY_CONFIRMED');
		expect(step(ended, { type: 'confirm' }, '2026-12-03T13:00:00Z')).toBe('ALREADY_ENDED');
	});

	it('ends by the link, and a second time without a word', () => {
		expect(ended).toMatchObject({ status: 'ENDED', endedAt: '2026-12-03T12:00:00.000Z' });
		expect(step(ended, { type: 'end' }, '2026-12-04T12:00:00Z')).toEqual(ended);
		expect(step(pending, { type: 'end' }, '2026-12-01T13:00:00Z')).toMatchObject({ status: 'ENDED' });
	});

	it('lapses unconfirmed at its time, and never once confirmed', () => {
		expect(step(pending, { type: 'lapse' }, '2026-12-03T11:59:59Z')).toBe('NOT_DUE');
		expect(step(pending, { type: 'lapse' }, '2026-12-03T12:00:00Z')).toMatchObject({
			status: 'ENDED',
			confirmedAt: null,
			erasedAt: '2026-12-03T12:00:00.000Z',
		});
		expect(step(confirmed, { type: 'lapse' }, '2026-12-05T12:00:00Z')).toBe('ALREADY_CONFIRMED');
	});

	it('has its address erased 28 days after its end, once', () => {
		expect(nextDeadline(ended)).toBe('2026-12-31T12:00:00.000Z');
		expect(step(ended, { type: 'lapse' }, '2026-12-31T11:59:59Z')).toBe('NOT_DUE');
		const erased = must(step(ended, { type: 'lapse' }, '2026-12-31T12:00:00Z'));
		expect(erased).toEqual({ ...ended, erasedAt: '2026-12-31T12:00:00.000Z' });
		expect(nextDeadline(erased)).toBe(null);
	});

	it('hears of everything at once where it was asked for before there was a choice', () => {
		const at = instant(start);
		const event = { type: 'subscriptionRequested', at, notices: ['california'], confirmBy: at } as const;
		expect(evolve(null, { ...event, notices: [...event.notices] })).toMatchObject({
			leastClass: 'substantive',
			frequency: 'IMMEDIATE',
		});
	});

	it('is to notices that exist', () => {
		expect(step(null, { ...subscribe, notices: ['moon'] }, start)).toBe('UNKNOWN_NOTICE');
		expect(step(null, { ...subscribe, notices: [] }, start)).toBe('NOTHING_CHOSEN');
	});
});
