import type { StreamKind } from '../../../schema/evidence/streams.ts';
import { Desk } from '../frame.tsx';
import { type Person, people } from '../office/operations.ts';
import { Look } from '../screen.tsx';
import { Events } from './events.tsx';
import { type AuditKind, audit } from './operations.ts';

const needs = 'audit:read';

/** What an event is about, in words. */
const kindWords = {
	access: 'Reading what people sent',
	request: 'Requests',
	objection: 'Objections',
	task: 'Tasks of systems',
	package: 'Packages',
	retention: 'Destroying and holding',
	subscription: 'Subscriptions',
	preference: 'Choices',
	version: 'Versions of notices',
	audience: 'Telling of changes',
	staff: 'People of staff',
	key: 'Keys',
	webhook: 'Webhooks',
} as const satisfies Record<StreamKind, string>;

const kinds = Object.keys(kindWords) as StreamKind[]; // the keys of a constant

const asked = () => {
	const query = new URLSearchParams(location.search);
	const kind = kinds.find((it) => it === query.get('kind')) ?? null;
	return { kind, staff: query.get('staff'), after: query.get('after') };
};

export const Audit = () => {
	const { kind, staff, after } = asked();
	const kindName = kind && (kind.toUpperCase() as AuditKind); // as its type says
	return (
		<Desk needs={needs}>
			<Narrow kind={kind} staff={staff} />
			<Look
				at={audit}
				with={{ kinds: kindName ? [kindName] : null, staff: staff || null, after }}
				needs={needs}
				what="The audit"
			>
				{({ edges, pageInfo }) => (
					<>
						<Events lines={edges.map(({ node }) => node)} />
						{pageInfo.hasNextPage && (
							<p>
								<a href={addressOf({ kind, staff, after: pageInfo.endCursor })}>Earlier ones</a>
							</p>
						)}
					</>
				)}
			</Look>
		</Desk>
	);
};

const addressOf = (of: Record<string, string | null>) =>
	`?${new URLSearchParams(Object.entries(of).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;

const Narrow = ({ kind, staff }: { kind: string | null; staff: string | null }) => (
	<form class="narrow" method="get">
		<div>
			<label for="kind">About</label>
			<select id="kind" name="kind" defaultValue={kind ?? ''}>
				<option value="">everything</option>
				{kinds.map((it) => (
					<option key={it} value={it} selected={it === kind}>
						{kindWords[it]}
					</option>
				))}
			</select>
		</div>
		<Look at={people} with={{}} needs="staff:read" what="The list of staff">
			{(list) => <Whose list={list} staff={staff} />}
		</Look>
		<button type="submit" class="second">
			Show
		</button>
	</form>
);

const Whose = ({ list, staff }: { list: readonly Person[]; staff: string | null }) => (
	<div>
		<label for="staff">Done by</label>
		<select id="staff" name="staff">
			<option value="">anybody</option>
			{list.map(({ id, name, role }) => (
				<option key={id} value={id} selected={id === staff}>
					{name ?? `somebody who was removed (${role.toLowerCase()})`}
				</option>
			))}
		</select>
	</div>
);
