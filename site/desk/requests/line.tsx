import { longDate } from '../dates.ts';
import { rightWords, statusWords, waitingWords } from '../words.ts';
import type { QueueLine } from './operations.ts';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

const leftWords = (left: number) => {
	if (left < 0) return `${days(-left)} late`;
	return left === 0 ? 'today' : `${days(left)} left`;
};

/** When it is due, in words, and the days left of those given as a bar. */
const Due = ({ line: { dueOn, daysLeft, daysGiven } }: { line: QueueLine }) =>
	daysLeft === null ? (
		<span>{longDate(dueOn)}</span>
	) : (
		<span class={daysLeft < 0 ? 'left late' : 'left'}>
			{longDate(dueOn)}, {leftWords(daysLeft)}
			<meter
				min={0}
				max={Math.max(1, daysGiven)}
				low={daysGiven / 4}
				value={Math.max(0, daysLeft)}
				aria-label={`${Math.max(0, daysLeft)} of ${days(daysGiven)} left`}
			/>
		</span>
	);

interface LineProps {
	line: QueueLine;
	/** Who asks, as far as that is to be seen. */
	who: string;
	isChosen: boolean;
	choose: (chosen: boolean) => void;
}

/** One request: a line of the table, a block on a phone. */
export const Line = ({ line, who, isChosen, choose }: LineProps) => (
	<tr class="line">
		<td class="choose noprint">
			<input
				type="checkbox"
				checked={isChosen}
				aria-label={`Choose: ${rightWords[line.right]}, received ${longDate(line.receivedOn)}`}
				onChange={(event) => choose(event.currentTarget.checked)}
			/>
		</td>
		<td data-label="Right">
			<a href={`/desk/requests/${encodeURIComponent(line.id)}/`}>{rightWords[line.right]}</a>
		</td>
		<td class="person" data-label="Person">
			<bdi>{who}</bdi>
		</td>
		<td data-label="State">{statusWords[line.status]}</td>
		<td data-label="Received">{longDate(line.receivedOn)}</td>
		<td data-label="Due">
			<Due line={line} />
		</td>
		<td data-label="Waiting for">{line.waitingFor ? waitingWords[line.waitingFor] : '—'}</td>
	</tr>
);
