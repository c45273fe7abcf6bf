import { Desk } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Look } from '../screen.tsx';
import { Empty } from '../states.tsx';
import { type Subscribers as Figures, subscribers } from './operations.ts';

const needs = 'figures:read';

const frequencyWords = { IMMEDIATE: 'at once', DAILY: 'daily', WEEKLY: 'weekly' } as const;
const months = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC' });
const monthWords = (month: string) => months.format(new Date(`${month}-01T00:00:00Z`));
const classWords = (leastClass: string) => (leastClass === 'MATERIAL' ? 'material only' : 'substantive and material');

export const Subscribers = () => (
	<Desk needs={needs}>
		<Look at={subscribers} with={{}} needs={needs} what="The figures">
			{(figures) => <Numbers {...figures} />}
		</Look>
	</Desk>
);

const Numbers = ({ confirmed, pending, groups, months: byMonth }: Figures) => (
	<>
		<p>
			{confirmed} confirmed, {pending} not confirmed yet. Who they are, nobody can see here.
		</p>
		{confirmed === 0 ? (
			<Empty>Nobody hears of changes by mail yet.</Empty>
		) : (
			<Lines
				caption="Confirmed subscribers by notice and choice"
				columns={['Notice', 'Changes', 'Letters come', 'Subscribers']}
				lines={groups.map(({ notice, leastClass, frequency, count }) => ({
					key: `${notice} ${leastClass} ${frequency}`,
					cells: [notice, classWords(leastClass), frequencyWords[frequency], String(count)],
				}))}
			/>
		)}
		{byMonth.length > 0 && (
			<>
				<h2>By month</h2>
				<Lines
					caption="Subscribers who came and went, by month"
					columns={['Month (UTC)', 'Confirmed', 'Left']}
					lines={byMonth.map(({ month, confirmed: came, ended }) => ({
						key: month,
						cells: [monthWords(month), String(came), String(ended)],
					}))}
				/>
			</>
		)}
	</>
);
