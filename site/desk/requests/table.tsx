import { useRef, useState } from 'preact/hooks';
import { useDesk } from '../frame.tsx';
import { useKeys } from '../keys.tsx';
import { NotPermitted, StepUp } from '../states.tsx';
import { Bulk } from './bulk.tsx';
import { csvOf, download } from './export.ts';
import { Line } from './line.tsx';
import type { QueueLine } from './operations.ts';
import { usePeople } from './people.ts';

interface TableProps {
	lines: readonly QueueLine[];
	/** Takes the keyboard to the search. */
	search: () => void;
	again: () => void;
	/** The lines of all pages. */
	all: () => Promise<readonly QueueLine[]>;
}

/** Moves the keyboard's place among the lines' links, by `j` and `k`, and opens one by `e`. */
const useLineKeys = (search: () => void) => {
	const body = useRef<HTMLTableSectionElement>(null);
	const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>('.line a') ?? [])];
	const here = () => links().findIndex((link) => link.closest('tr')?.contains(document.activeElement));
	const go = (steps: number) =>
		links()
			.at(Math.max(0, Math.min(here() + steps, links().length - 1)))
			?.focus();
	useKeys({ j: () => go(1), k: () => go(-1), e: () => links()[here()]?.click(), '/': search });
	return body;
};

const heads = ['Right', 'Person', 'State', 'Received', 'Due', 'Waiting for'];

/** The lines, what can be done with those that are chosen, and a file of them. */
export const Table = ({ lines, search, again, all }: TableProps) => {
	const { viewer } = useDesk();
	const body = useLineKeys(search);
	const { whoOf, show, withheld } = usePeople();
	/** As they were when they were chosen: what has changed since is refused, line by line. */
	const [chosen, setChosen] = useState<ReadonlyMap<string, QueueLine>>(new Map());
	const choose = (line: QueueLine, isChosen: boolean) => {
		const next = new Map(chosen);
		if (isChosen) next.set(line.id, line);
		else next.delete(line.id);
		setChosen(next);
	};
	const saveFile = async () => download(csvOf(await all(), whoOf), 'requests.csv');
	return (
		<>
			<p class="row noprint">
				<button type="button" class="second small" onClick={() => show(lines)}>
					Show who asks
				</button>
				<button type="button" class="second small" onClick={saveFile}>
					Save as CSV
				</button>
				<span class="soft">Who asks is shown line by line; each reading is recorded.</span>
			</p>
			{withheld === 'stepUp' && <StepUp what="Seeing who asks" again={() => show(lines)} />}
			{withheld === 'forbidden' && <NotPermitted needs="personal:read" role={viewer.role} />}
			{chosen.size > 0 && (
				<Bulk
					lines={[...chosen.values()]}
					done={() => {
						setChosen(new Map());
						again();
					}}
				/>
			)}
			<table class="lines queue">
				<thead>
					<tr>
						<th scope="col" class="noprint">
							<span class="vh">Choose</span>
						</th>
						{heads.map((head) => (
							<th scope="col" key={head}>
								{head}
							</th>
						))}
					</tr>
				</thead>
				<tbody ref={body}>
					{lines.map((line) => (
						<Line
							key={line.id}
							line={line}
							who={whoOf(line.id)}
							isChosen={chosen.has(line.id)}
							choose={(isChosen) => choose(line, isChosen)}
						/>
					))}
				</tbody>
			</table>
		</>
	);
};
