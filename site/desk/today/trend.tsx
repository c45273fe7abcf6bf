import { longDate } from '../dates.ts';
import type { Week } from './operations.ts';

const [width, height, foot, head] = [480, 130, 16, 14];
const series = [
	['received', 'Received'],
	['answered', 'Answered'],
] as const;

/** Received and answered by week, drawn; the table under it says the same. */
export const Trend = ({ weeks }: { weeks: readonly Week[] }) => {
	const most = Math.max(1, ...weeks.flatMap(({ received, answered }) => [received, answered]));
	const step = width / weeks.length;
	const tall = (count: number) => (count / most) * (height - foot - head);
	return (
		<figure class="trend">
			<figcaption>
				Requests by week{' '}
				{series.map(([name, label]) => (
					<span key={name} class={`key ${name}`}>
						{label}
					</span>
				))}
			</figcaption>
			<svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
				{weeks.map((week, index) =>
					series.map(([name], place) => (
						<g key={week.from + name}>
							<rect
								class={name}
								x={index * step + place * (step / 2 - 3) + 2}
								y={height - foot - tall(week[name])}
								width={step / 2 - 5}
								height={tall(week[name])}
							/>
							{week[name] > 0 && (
								<text x={index * step + place * (step / 2 - 3) + step / 4} y={height - foot - tall(week[name]) - 3}>
									{week[name]}
								</text>
							)}
						</g>
					)),
				)}
				<line x1="0" x2={width} y1={height - foot} y2={height - foot} />
				<text class="first" x="2" y={height - 3}>
					{longDate(weeks[0]?.from ?? ('1970-01-01' as Week['from']))}
				</text>
				<text class="last" x={width - 2} y={height - 3}>
					this week
				</text>
			</svg>
			<details>
				<summary>The same as a table</summary>
				<table>
					<thead>
						<tr>
							<th scope="col">Week from</th>
							<th scope="col">Received</th>
							<th scope="col">Answered</th>
						</tr>
					</thead>
					<tbody>
						{weeks.map(({ from, received, answered }) => (
							<tr key={from}>
								<th scope="row">{longDate(from)}</th>
								<td>{received}</td>
								<td>{answered}</td>
							</tr>
						))}
					</tbody>
				</table>
			</details>
		</figure>
	);
};
