import { longDate } from '../dates.ts';
import type { DeskRequest } from './operations.ts';
import { clockWords, inWords } from './words.ts';

/** Each date that binds, what it is for, and what says so. */
export const Clocks = ({ request: { clocks, dueOn, dueCite, extendedOn } }: { request: DeskRequest }) => (
	<section aria-labelledby="clocks-title">
		<h2 id="clocks-title">Dates</h2>
		<p class="due">
			Answer by <strong>{longDate(dueOn)}</strong>
			<span class="hint">
				{dueCite}
				{extendedOn && `; put off on ${longDate(extendedOn)}`}
			</span>
		</p>
		<dl class="facts">
			{clocks.map(({ duty, dueOn: on, cite }) => (
				<>
					<dt>{clockWords[duty] ?? inWords(duty)}</dt>
					<dd>
						by {longDate(on)} <span class="hint">{cite}</span>
					</dd>
				</>
			))}
		</dl>
	</section>
);
