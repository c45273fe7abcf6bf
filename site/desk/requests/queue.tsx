import { useRef, useState } from 'preact/hooks';
import { Desk, useDesk } from '../frame.tsx';
import { useLive } from '../live.ts';
import { Empty, Shortcoming, Waiting } from '../states.tsx';
import { useAsk } from '../use-ask.ts';
import { linesOf } from './export.ts';
import { Filters, type Places, SavedViews } from './filters.tsx';
import { byAddress, byCode, queue } from './operations.ts';
import { Search } from './search.tsx';
import { Table } from './table.tsx';
import { addressOf, type View, viewOf } from './view.ts';

const needs = 'requests:read';
const pageSize = 50;

export const Queue = (places: Places) => (
	<Desk needs={needs}>
		<Screen {...places} />
	</Desk>
);

/** A view, or what was found by a code or an address in place of it. */
const Screen = (places: Places) => {
	const [view, setView] = useState<View>(() => viewOf(location.search));
	const [words, setWords] = useState('');
	const search = useRef<HTMLInputElement>(null);
	const change = (next: View) => {
		setView(next);
		setWords('');
		history.replaceState(null, '', addressOf(next));
	};
	const focusSearch = () => search.current?.focus();
	return (
		<>
			<Search field={search} find={setWords} />
			<Filters view={view} change={change} {...places} />
			<SavedViews view={view} />
			{words ? (
				<Found key={words} words={words} search={focusSearch} back={() => setWords('')} />
			) : (
				<Pages key={addressOf(view)} view={view} search={focusSearch} />
			)}
		</>
	);
};

interface FoundProps {
	words: string;
	search: () => void;
	back: () => void;
}

const Found = ({ words, search, back }: FoundProps) => {
	const { viewer } = useDesk();
	const { outcome, again } = useAsk(words.includes('@') ? byAddress : byCode, { words });
	useLive(again);
	if (!outcome) return <Waiting />;
	const byWords = words.includes('@');
	return (
		<>
			<p>
				<button type="button" class="link" onClick={back}>
					Back to the list
				</button>
			</p>
			{outcome.kind === 'answer' ? (
				outcome.answer.length > 0 ? (
					<Table lines={outcome.answer} search={search} again={again} all={async () => outcome.answer} />
				) : (
					<Empty>{byWords ? 'No request came from this address.' : 'No request has this receipt code.'}</Empty>
				)
			) : (
				<Shortcoming
					outcome={outcome}
					again={again}
					what="Looking for an address"
					needs={byWords ? 'personal:read' : needs}
					role={viewer.role}
				/>
			)}
		</>
	);
};

/** A view, page by page. */
const Pages = ({ view, search }: { view: View; search: () => void }) => {
	const { viewer, ask } = useDesk();
	/** Where each page that was opened begins, the one that is shown last. */
	const [starts, setStarts] = useState<readonly (string | null)[]>([null]);
	const { outcome, again } = useAsk(queue, { ...view, first: pageSize, after: starts.at(-1) ?? null });
	useLive(again);
	if (!outcome) return <Waiting />;
	if (outcome.kind !== 'answer')
		return <Shortcoming outcome={outcome} again={again} what="The queue" needs={needs} role={viewer.role} />;
	const { edges, pageInfo } = outcome.answer;
	const lines = edges.map(({ node }) => node);
	if (lines.length === 0) return <Empty>No request is in this view.</Empty>;
	return (
		<>
			<Table lines={lines} search={search} again={again} all={() => linesOf(ask, view)} />
			<p class="pages noprint">
				{starts.length > 1 && (
					<button type="button" class="second" onClick={() => setStarts(starts.slice(0, -1))}>
						Page {starts.length - 1}
					</button>
				)}{' '}
				{pageInfo.hasNextPage && (
					<button type="button" class="second" onClick={() => setStarts([...starts, pageInfo.endCursor])}>
						Page {starts.length + 1}
					</button>
				)}
			</p>
		</>
	);
};
