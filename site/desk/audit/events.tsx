import { Lines } from '../lines.tsx';
import { Moment, ZoneNote } from '../moment.tsx';
import { Empty } from '../states.tsx';
import type { AuditLine } from './operations.ts';

/** `personalRead` as words: personal read. */
const inWords = (type: string) => type.replace(/([A-Z])/g, ' $1').toLowerCase();

const Who = ({ it }: { it: AuditLine }) => {
	if (it.apiKey) return <>the key “{it.apiKey.name}”</>;
	if (it.staff) return <bdi>{it.staff.name ?? 'somebody who was removed'}</bdi>;
	return <>not staff</>;
};

/** What the API knows by an id, in words, and where the desk shows it. */
const things: Readonly<Record<string, { words: string; href: (id: string) => string }>> = {
	RightsRequest: { words: 'a request', href: (id) => `/desk/requests/${id}/` },
	Objection: { words: 'an objection', href: (id) => `/desk/objections/?id=${id}` },
	Webhook: { words: 'a webhook', href: (id) => `/desk/office/webhooks/?id=${id}` },
	StaffMember: { words: 'a person of staff', href: () => '/desk/office/' },
	ApiKey: { words: 'a key', href: () => '/desk/office/keys/' },
};

const typeOf = (id: string): string => {
	try {
		return atob(id).split(':')[0] ?? '';
	} catch {
		return '';
	}
};

const Thing = ({ id }: { id: string }) => {
	const type = typeOf(id);
	const thing = Object.hasOwn(things, type) ? things[type] : undefined;
	return thing ? <a href={thing.href(encodeURIComponent(id))}>{thing.words}</a> : <code>{id}</code>;
};

const About = ({ ids }: { ids: readonly string[] }) => (
	<>
		{ids.map((id, index) => (
			<span key={id}>
				{index > 0 && ', '}
				<Thing id={id} />
			</span>
		))}
	</>
);

const Details = ({ json }: { json: string }) =>
	json === '{}' ? null : <code>{json.slice(1, -1).replaceAll('"', '')}</code>;

/** A page of the log as a table. */
export const Events = ({ lines }: { lines: readonly AuditLine[] }) =>
	lines.length === 0 ? (
		<Empty>Nothing of the kind has happened.</Empty>
	) : (
		<>
			<Lines
				caption="What happened, the newest first"
				columns={['When', 'What', 'By', 'About', 'Details']}
				lines={lines.map((it) => ({
					key: it.cursor,
					cells: [
						<Moment key="at" at={it.at} />,
						inWords(it.type),
						<Who key="who" it={it} />,
						<About key="about" ids={it.about} />,
						<Details key="details" json={it.details} />,
					],
				}))}
			/>
			<ZoneNote />
		</>
	);
