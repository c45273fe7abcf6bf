import { Lines } from '../lines.tsx';
import { Moment, ZoneNote } from '../moment.tsx';
import { Look } from '../screen.tsx';
import { Empty } from '../states.tsx';
import { type ObjectionLine, objectionsTo } from './operations.ts';
import { objectionWordsOf, standing } from './words.ts';

const views = [
	['', 'All'],
	['COUNTED', 'To be decided'],
	['DECIDED', 'Decided'],
	['AWAITING_CONFIRMATION', 'Not confirmed'],
] as const;

interface Of {
	notice: string;
	version: string;
}

const addressOf = (of: Of, status: string | null, after: string | null = null) =>
	`?${new URLSearchParams({ ...of, ...(status && { status }), ...(after && { after }) })}`;

/** The objections to one version, a page at a time. */
export const ObjectionsTo = (of: Of) => {
	const query = new URLSearchParams(location.search);
	const status = Object.keys(objectionWordsOf).find((it) => it === query.get('status')) ?? null;
	return (
		<>
			<p>
				<a href="/desk/objections/">All versions</a>
			</p>
			<h2>
				Objections to {of.notice} {of.version}
			</h2>
			<nav class="views" aria-label="Objections">
				{views.map(([value, label]) => (
					<a key={value} href={addressOf(of, value)} aria-current={(status ?? '') === value ? 'true' : undefined}>
						{label}
					</a>
				))}
			</nav>
			<Look
				at={objectionsTo}
				with={{ ...of, status, after: query.get('after') }}
				needs="objections:read"
				what="The list of objections"
			>
				{({ edges, pageInfo }) => (
					<>
						<Page lines={edges.map(({ node }) => node)} />
						{pageInfo.hasNextPage && (
							<p>
								<a href={addressOf(of, status, pageInfo.endCursor)}>Later ones</a>
							</p>
						)}
					</>
				)}
			</Look>
		</>
	);
};

const Page = ({ lines }: { lines: readonly ObjectionLine[] }) =>
	lines.length === 0 ? (
		<Empty>There is none.</Empty>
	) : (
		<>
			<Lines
				caption="Objections, the earliest first"
				columns={['Received', 'State', 'To be decided by']}
				lines={lines.map((it) => ({
					key: it.id,
					cells: [
						<a key="at" href={`?id=${encodeURIComponent(it.id)}`}>
							<Moment at={it.receivedAt} />
						</a>,
						standing(it),
						it.status === 'COUNTED' && it.decideBy ? <Moment key="by" at={it.decideBy} /> : '',
					],
				}))}
			/>
			<ZoneNote />
		</>
	);
