import { dateOf } from '../dates.ts';
import { Desk } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Look } from '../screen.tsx';
import { Empty } from '../states.tsx';
import { ObjectionsTo } from './list.tsx';
import { One } from './one.tsx';
import { type ObjectedNotice, type ObjectedVersion, objectedNotices } from './operations.ts';

const needs = 'objections:read';

export const Objections = () => {
	const query = new URLSearchParams(location.search);
	const [id, notice, version] = ['id', 'notice', 'version'].map((name) => query.get(name));
	return (
		<Desk needs={needs}>
			{id ? <One id={id} /> : notice && version ? <ObjectionsTo notice={notice} version={version} /> : <ByVersion />}
		</Desk>
	);
};

interface Objected {
	notice: ObjectedNotice;
	version: ObjectedVersion;
}

const ByVersion = () => (
	<Look at={objectedNotices} with={{}} needs={needs} what="The list of objections">
		{(notices) => <Versions of={notices.flatMap(objectedIn)} />}
	</Look>
);

const objectedIn = (notice: ObjectedNotice): Objected[] =>
	notice.versions.edges
		.map(({ node: version }) => ({ notice, version }))
		.filter(({ version }) => version.objectionWindow || version.objectionFigures.length > 0);

const countOf = (
	{ objectionFigures }: ObjectedVersion,
	is: (it: ObjectedVersion['objectionFigures'][number]) => boolean,
) => String(objectionFigures.filter(is).reduce((sum, { count }) => sum + count, 0));

const windowWords = ({ notice: { zone }, version: { objectionWindow: window } }: Objected) => {
	if (!window) return 'takes none';
	if (window.open) return `open until ${dateOf(window.closesAt, zone)}`;
	return `${dateOf(window.opensAt, zone)} to ${dateOf(window.closesAt, zone)}`;
};

const Versions = ({ of }: { of: readonly Objected[] }) =>
	of.length === 0 ? (
		<Empty>No version takes objections, and nobody has objected to one.</Empty>
	) : (
		<Lines
			caption="Versions that people can object to, and how many did"
			columns={[
				'Version',
				'Objections',
				'To be decided',
				'Upheld',
				'Rejected',
				'Not confirmed',
				'Taken back or lapsed',
			]}
			lines={of.map((it) => ({
				key: `${it.notice.slug}/${it.version.version}`,
				cells: [
					<VersionLink key="version" {...it} />,
					windowWords(it),
					countOf(it.version, ({ status }) => status === 'COUNTED'),
					countOf(it.version, ({ decision }) => decision === 'UPHELD'),
					countOf(it.version, ({ decision }) => decision === 'REJECTED'),
					countOf(it.version, ({ status }) => status === 'AWAITING_CONFIRMATION' || status === 'JOINED'),
					countOf(it.version, ({ status }) => status === 'WITHDRAWN' || status === 'LAPSED'),
				],
			}))}
		/>
	);

const VersionLink = ({ notice, version }: Objected) => (
	<>
		<a href={`?${new URLSearchParams({ notice: notice.slug, version: version.version })}`}>
			<bdi>{notice.title}</bdi>, {version.version}
		</a>
		<br />
		<bdi>{version.summary}</bdi>
	</>
);
