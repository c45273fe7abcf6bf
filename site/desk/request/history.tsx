import { momentIn } from '../dates.ts';
import type { Happening } from './operations.ts';
import { eventWords, inWords } from './words.ts';

const whoOf = ({ by, keyId }: Happening) => (by ? <bdi>{by}</bdi> : keyId ? `a program, key ${keyId}` : null);

/** What happened, when, and who of staff or which program did it. */
export const HappeningList = ({ happenings, zone }: { happenings: readonly Happening[]; zone: string }) => (
	<ol class="happenings">
		{happenings.map((it, index) => {
			const who = whoOf(it);
			return (
				<li key={String(index)}>
					<strong>{eventWords[it.type] ?? inWords(it.type)}</strong>
					<span>
						<time dateTime={it.at}>{momentIn(it.at, zone)}</time>
						{who && <>, by {who}</>}
					</span>
				</li>
			);
		})}
	</ol>
);
