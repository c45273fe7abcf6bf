import { useState } from 'preact/hooks';
import { access, type Scope } from '../../../schema/access/access.ts';
import { first } from '../../forms/values.ts';
import { Choices, TextField } from '../../islands/fields.tsx';
import { DeedButton } from '../deed-button.tsx';
import { DeedForm } from '../deed-form.tsx';
import { Desk, useDesk } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Moment, ZoneNote } from '../moment.tsx';
import { Look } from '../screen.tsx';
import { Empty } from '../states.tsx';
import { ShownOnce } from './once.tsx';
import { createKey, type Key, keys, revokeKey } from './operations.ts';

const needs = 'keys:read';
const changing = { needs: 'keys:write', what: 'Making and revoking keys' } as const;

export const Keys = () => (
	<Desk needs={needs}>
		<Look at={keys} with={{}} needs={needs} what="The list of keys">
			{(list, again) => <KeyList list={list} again={again} />}
		</Look>
	</Desk>
);

const State = ({ it }: { it: Key }) => {
	if (it.state === 'REVOKED' && it.revokedAt)
		return (
			<>
				Revoked on <Moment at={it.revokedAt} />
			</>
		);
	return (
		<>
			{it.state === 'LIVE' ? 'Works until' : 'Ended on'} <Moment at={it.expiresAt} />
		</>
	);
};

const KeyList = ({ list, again }: { list: readonly Key[]; again: () => void }) => {
	const { viewer } = useDesk();
	const [made, setMade] = useState<string | null>(null);
	const mayChange = viewer.scopes.includes('keys:write');
	const show = ({ key }: { key: string }) => {
		setMade(key);
		again();
	};
	return (
		<>
			{made && <ShownOnce what="The key is made" secret={made} done={() => setMade(null)} />}
			{list.length === 0 ? (
				<Empty>There is no key yet.</Empty>
			) : (
				<>
					<Lines
						caption="Keys of tools"
						columns={[
							'What it is for',
							'It begins',
							'It allows',
							'State',
							'Last used',
							...(mayChange ? ['Change'] : []),
						]}
						lines={list.map((it) => ({
							key: it.id,
							cells: [
								<bdi key="name">{it.name}</bdi>,
								<code key="prefix">{it.prefix}</code>,
								it.scopes.join(', ') || 'nothing',
								<State key="state" it={it} />,
								it.lastUsedAt ? <Moment key="at" at={it.lastUsedAt} /> : 'never',
								it.state === 'LIVE' ? <Revoke key="do" it={it} again={again} /> : '',
							],
						}))}
					/>
					<ZoneNote />
				</>
			)}
			{mayChange && <Make scopes={viewer.scopes} show={show} />}
		</>
	);
};

const Revoke = ({ it, again }: { it: Key; again: () => void }) => (
	<DeedButton
		{...changing}
		deed={revokeKey}
		id={it.id}
		label="Revoke"
		of={`(${it.name})`}
		sure="It stops working at once. Sure?"
		onDone={again}
	/>
);

/** A number as the API takes it, 0 where none was entered. */
const wholeNumber = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);

const Make = ({ scopes, show }: { scopes: readonly Scope[]; show: (made: { key: string }) => void }) => (
	<section aria-labelledby="make-key">
		<h2 id="make-key">Make a key</h2>
		<p>For one tool, with no more than it needs. It allows at most what you may do yourself.</p>
		<DeedForm
			{...changing}
			deed={createKey}
			input={(values) => ({
				name: first(values, 'name'),
				scopes: values.scopes ?? [],
				days: wholeNumber(first(values, 'days')),
			})}
			button="Make the key"
			onDone={show}
		>
			{(fields) => (
				<>
					<TextField {...fields} name="name" label="What it is for" autocomplete="off" />
					<Choices
						{...fields}
						name="scopes"
						kind="checkbox"
						label="What it allows"
						choices={scopes.map((scope) => ({ value: scope, label: access[scope].allows, hint: scope }))}
					/>
					<TextField
						{...fields}
						values={{ days: ['90'] }}
						name="days"
						label="How many days it works"
						hint="365 at most."
					/>
				</>
			)}
		</DeedForm>
	</section>
);
