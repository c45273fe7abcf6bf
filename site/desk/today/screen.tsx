import { momentIn } from '../dates.ts';
import { Desk, useDesk } from '../frame.tsx';
import { useLive } from '../live.ts';
import { addressOf, type View } from '../requests/view.ts';
import { Shortcoming, Waiting } from '../states.tsx';
import { useAsk } from '../use-ask.ts';
import { type Today, today } from './operations.ts';
import { Trend } from './trend.tsx';

const needs = 'requests:read';

export const TodayScreen = ({ zone }: { zone: string }) => (
	<Desk needs={needs}>
		<Figures zone={zone} />
	</Desk>
);

const open: Partial<View> = { open: true };

interface Count {
	words: string;
	count: number;
	view: Partial<View>;
	isUrgent?: boolean;
}

const countsOf = (it: Today): Count[] => [
	{ words: 'late', count: it.late, view: { ...open, due: 'LATE' }, isUrgent: it.late > 0 },
	{ words: 'due today or in the next three days', count: it.dueInThreeDays, view: { ...open, due: 'THREE_DAYS' } },
	{ words: 'waiting for the desk', count: it.waitingForDesk, view: { ...open, waitingFor: 'DESK' } },
	{ words: 'waiting for the person', count: it.waitingForPerson, view: { ...open, waitingFor: 'PERSON' } },
	{ words: 'waiting for a system', count: it.waitingForSystem, view: { ...open, waitingFor: 'SYSTEM' } },
	{
		words: 'new in the last seven days',
		count: it.new,
		view: { ...open, receivedFrom: it.newFrom, orderBy: 'RECEIVED' },
	},
	{ words: 'open in all', count: it.open, view: open },
];

const lettersSaid = ({ lettersWaiting, oldestLetterDueAt, lettersGivenUp }: Today, zone: string) => {
	const waiting = oldestLetterDueAt
		? `${lettersWaiting} waiting; the oldest should have left on ${momentIn(oldestLetterDueAt, zone)}.`
		: 'None is late.';
	return lettersGivenUp > 0 ? `${waiting} ${lettersGivenUp} given up after the last attempt: see the guide.` : waiting;
};

const Figures = ({ zone }: { zone: string }) => {
	const { viewer } = useDesk();
	const { outcome, again } = useAsk(today, {});
	useLive(again);
	if (!outcome) return <Waiting />;
	if (outcome.kind !== 'answer')
		return <Shortcoming outcome={outcome} again={again} what="What there is to do" needs={needs} role={viewer.role} />;
	const it = outcome.answer;
	return (
		<>
			<ul class="counts" aria-label="Requests">
				{countsOf(it).map(({ words, count, view, isUrgent }) => (
					<li key={words} class={isUrgent ? 'urgent' : undefined}>
						<a class="count" href={addressOf(view)}>
							<strong>{count}</strong> {words}
						</a>
					</li>
				))}
			</ul>
			<h2>Letters</h2>
			<p class={it.lettersGivenUp > 0 ? 'state wrong' : undefined}>{lettersSaid(it, zone)}</p>
			<h2>The last twelve weeks</h2>
			<Trend weeks={it.weeks} />
		</>
	);
};
