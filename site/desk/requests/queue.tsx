import { longDate } from '../dates.ts';
import { Desk, useDesk } from '../frame.tsx';
import { Empty, Shortcoming, Waiting } from '../states.tsx';
import { useAsk } from '../use-ask.ts';
import { rightWords, statusWords } from '../words.ts';
import { type QueueLine, queue } from './operations.ts';

const needs = 'requests:read';

export const Queue = () => (
	<Desk needs={needs}>
		<Lines />
	</Desk>
);

const Lines = () => {
	const { viewer } = useDesk();
	const { outcome, again } = useAsk(queue, { first: 50, after: null, status: null });
	if (!outcome) return <Waiting />;
	if (outcome.kind !== 'answer')
		return <Shortcoming outcome={outcome} again={again} what="The queue" needs={needs} role={viewer.role} />;
	const lines = outcome.answer.edges.map(({ node }) => node);
	if (lines.length === 0) return <Empty>There is no request yet.</Empty>;
	return (
		<table class="lines">
			<thead>
				<tr>
					<th scope="col">Right</th>
					<th scope="col">State</th>
					<th scope="col">Received</th>
					<th scope="col">Due</th>
				</tr>
			</thead>
			<tbody>
				{lines.map((line) => (
					<Line key={line.id} line={line} />
				))}
			</tbody>
		</table>
	);
};

const Line = ({ line }: { line: QueueLine }) => (
	<tr>
		<td data-label="Right">{rightWords[line.right]}</td>
		<td data-label="State">{statusWords[line.status]}</td>
		<td data-label="Received">{longDate(line.receivedOn)}</td>
		<td data-label="Due">{longDate(line.dueOn)}</td>
	</tr>
);
