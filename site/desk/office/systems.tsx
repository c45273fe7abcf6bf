import { longDate } from '../dates.ts';
import { Desk } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Look } from '../screen.tsx';
import { Empty } from '../states.tsx';
import { type SystemLine, systems } from './operations.ts';

const needs = 'tasks:read';

const holderWords = {
	BUSINESS: 'our own',
	SERVICE_PROVIDER: 'service provider',
	CONTRACTOR: 'contractor',
	THIRD_PARTY: 'third party',
} as const satisfies Record<SystemLine['holder'], string>;

const reachWords = {
	POSTGRES: 'by a connector',
	WEBHOOK: 'by its own program, which is told',
	HAND: 'by hand',
} as const satisfies Record<SystemLine['by'], string>;

export const Systems = () => (
	<Desk needs={needs}>
		<Look at={systems} with={{}} needs={needs} what="The list of systems">
			{(list) =>
				list.length === 0 ? (
					<Empty>
						No system is declared. <a href="/docs/systems/">How to declare one</a>
					</Empty>
				) : (
					<Lines
						caption="Systems that hold personal data"
						columns={['System', 'Whose', 'Who answers for it', 'Its tasks are done', 'Left to do', 'Next due']}
						lines={list.map((it) => ({
							key: it.id,
							cells: [
								<bdi key="name">{it.name}</bdi>,
								holderWords[it.holder],
								<bdi key="owner">{it.owner}</bdi>,
								reachWords[it.by],
								String(it.left),
								it.nextDueOn ? longDate(it.nextDueOn) : 'nothing',
							],
						}))}
					/>
				)
			}
		</Look>
	</Desk>
);
