import { notices } from 'virtual:notices';
import type { APIRoute } from 'astro';
import { dateIn } from '../../../schema/time.ts';
import { timelineOf } from '../../notices.ts';

/** Whether the notices in force promise to honour Global Privacy Control, and since when they say so. */
export const GET: APIRoute = () => {
	const honouring = notices
		.map((notice) => ({ notice, current: timelineOf(notice).current }))
		.filter((it) => it.current?.revision.commitments?.optOutSignal);
	const dates = honouring
		.map(({ notice, current }) => (current ? dateIn(current.effectiveAt, notice.zone) : ''))
		.sort();
	return Response.json({ gpc: honouring.length > 0, ...(dates.length > 0 && { lastUpdate: dates.at(-1) }) });
};
