import { dateOf, longDate } from '../dates.ts';
import { Desk } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Look } from '../screen.tsx';
import { Empty } from '../states.tsx';
import { type NoticeLine, notices, type Telling, type VersionLine } from './operations.ts';

const needs = 'figures:read';

const statusWords = {
	ANNOUNCED: 'Announced',
	IN_FORCE: 'In force',
	SUPERSEDED: 'Earlier',
	WITHDRAWN: 'Withdrawn',
} as const satisfies Record<VersionLine['status'], string>;

const classWords = { EDITORIAL: 'Editorial', SUBSTANTIVE: 'Substantive', MATERIAL: 'Material' } as const;

const eventWords = {
	VERSION_ANNOUNCED: 'Announced',
	VERSION_IN_FORCE: 'In force',
	VERSION_WITHDRAWN: 'Withdrawn',
} as const satisfies Record<Telling['event'], string>;

export const Notices = () => (
	<Desk needs={needs}>
		<Look at={notices} with={{}} needs={needs} what="The list of notices">
			{(list) =>
				list.length === 0 ? <Empty>No notice is published yet.</Empty> : list.map((it) => <One key={it.slug} it={it} />)
			}
		</Look>
	</Desk>
);

const One = ({ it }: { it: NoticeLine }) => {
	const versions = it.versions.edges.map(({ node }) => node);
	const open = versions.filter(({ status }) => status === 'ANNOUNCED');
	return (
		<section aria-labelledby={`notice-${it.slug}`}>
			<h2 id={`notice-${it.slug}`}>
				<a href={`/${it.slug}/`}>
					<bdi>{it.title}</bdi>
				</a>
			</h2>
			{open.map((version) => (
				<p class="state wrong" key={version.version}>
					A {classWords[version.changeClass].toLowerCase()} change takes effect on{' '}
					{dateOf(version.effectiveAt, it.zone)}.{' '}
					{version.objectionWindow?.open &&
						`People may object until ${dateOf(version.objectionWindow.closesAt, it.zone)}.`}
				</p>
			))}
			<p>
				{it.reviewDueOn ? `To be reviewed again by ${longDate(it.reviewDueOn)}.` : 'No yearly review is asked for.'}{' '}
				<a href={`/${it.slug}/history/`}>Its history, drawn</a>
			</p>
			<Lines
				caption={`Versions of ${it.title}, the newest first`}
				columns={['Version', 'State', 'Class', 'Announced', 'In effect', 'Who was told', 'Objections']}
				lines={versions.map((version) => ({ key: version.version, cells: cellsOf(version, it) }))}
			/>
			{it.versions.pageInfo.hasNextPage && <p class="hint">Earlier ones stand in its history.</p>}
		</section>
	);
};

const cellsOf = (version: VersionLine, { slug, zone }: NoticeLine) => [
	<span key="version">
		<a href={version.url}>{version.version}</a>
		<br />
		<bdi>{version.summary}</bdi>
	</span>,
	statusWords[version.status],
	classWords[version.changeClass],
	dateOf(version.announcedAt, zone),
	version.supersededAt
		? `${dateOf(version.effectiveAt, zone)} to ${dateOf(version.supersededAt, zone)}`
		: `from ${dateOf(version.effectiveAt, zone)}`,
	<Told key="told" of={version.told} zone={zone} />,
	version.objectionCount > 0 ? (
		<a key="objections" href={`/desk/objections/?${new URLSearchParams({ notice: slug, version: version.version })}`}>
			{version.objectionCount}
		</a>
	) : (
		'0'
	),
];

const partsOf = ({ sent, waiting, failed, dropped, inDigests }: Telling) =>
	[
		`${sent} letters sent`,
		waiting > 0 && `${waiting} waiting`,
		failed > 0 && `${failed} given up`,
		dropped > 0 && `${dropped} needed no more`,
		inDigests > 0 && `${inDigests} in digests`,
	].filter(Boolean);

const Told = ({ of, zone }: { of: readonly Telling[]; zone: string }) =>
	of.length === 0 ? (
		<>nobody</>
	) : (
		<ul class="told">
			{of.map((it) => (
				<li key={it.event}>
					{eventWords[it.event]}: {partsOf(it).join(', ')}
					{it.lastSentAt && `; last on ${dateOf(it.lastSentAt, zone)}`}
				</li>
			))}
		</ul>
	);
