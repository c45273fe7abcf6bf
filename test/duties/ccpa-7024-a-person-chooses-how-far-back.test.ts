// Keeps: commitments.rights
import { expect, it } from 'vitest';
import { openDesk } from '../support/desk.ts';

interface Since {
	right: string;
	sinceOn: string | null;
}

const state = `query ($code: String!) { requestStatus(code: $code) { requests { right sinceOn } } }`;

// 11 CCR § 7024(h): one may ask for what was collected before the last 12 months, back to 1 January 2022.
it('asks since 2022, for 12 months or from a day on, and by the code sees which', async () => {
	await using desk = await openDesk();
	const sinceOf = async (period: object) => {
		const { code } = await desk.submit({ rights: ['KNOW_SPECIFIC', 'KNOW_CATEGORIES', 'DELETE'], ...period });
		const { requestStatus } = (await desk.asStaff(state, { code })) as { requestStatus: { requests: Since[] } };
		return Object.fromEntries(requestStatus.requests.map(({ right, sinceOn }) => [right, sinceOn]));
	};
	const since = (day: string) => ({ KNOW_SPECIFIC: day, KNOW_CATEGORIES: day, DELETE: null });
	expect(await sinceOf({})).toEqual(since('2022-01-01'));
	expect(await sinceOf({ period: 'ALL' })).toEqual(since('2022-01-01'));
	expect(await sinceOf({ period: 'TWELVE_MONTHS' })).toEqual(since('2025-12-01'));
	expect(await sinceOf({ period: 'SINCE', sinceOn: '2024-05-31' })).toEqual(since('2024-05-31'));
	const later = { rights: ['KNOW_SPECIFIC'], period: 'SINCE', sinceOn: '2999-01-01' };
	expect(await desk.submit(later)).toMatchObject({ code: 'SINCE_LATER', path: ['sinceOn'] });
});

it('says it in the letters and to staff, also where staff entered the request', async () => {
	await using desk = await openDesk();
	const told = 'You ask to know what was collected since 31 May 2024.';
	await desk.submit({ rights: ['KNOW_SPECIFIC'], period: 'SINCE', sinceOn: '2024-05-31' });
	expect(await desk.letter('Please confirm')).toContain(told);
	await desk.confirm();
	expect(await desk.letter('is confirmed')).toContain(told);
	const byPost = { rights: ['KNOW_CATEGORIES'], manner: 'POST', receivedOn: '2026-11-20' };
	expect(await desk.record({ ...byPost, period: 'SINCE' })).toMatchObject({ issues: [{ path: ['sinceOn'] }] });
	await desk.record({ ...byPost, period: 'TWELVE_MONTHS' });
	const { rightsRequests } = (await desk.asStaff('{ rightsRequests { edges { node { right sinceOn } } } }')) as {
		rightsRequests: { edges: { node: object }[] };
	};
	expect(rightsRequests.edges.map(({ node }) => node)).toEqual(
		expect.arrayContaining([
			{ right: 'KNOW_SPECIFIC', sinceOn: '2024-05-31' },
			{ right: 'KNOW_CATEGORIES', sinceOn: '2025-11-20' },
		]),
	);
});
