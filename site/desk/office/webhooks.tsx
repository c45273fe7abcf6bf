import { useState } from 'preact/hooks';
import { webhookTypes } from '../../../schema/webhook.ts';
import { first } from '../../forms/values.ts';
import { Choices, TextField } from '../../islands/fields.tsx';
import { DeedButton } from '../deed-button.tsx';
import { DeedForm } from '../deed-form.tsx';
import { Desk, useDesk } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Moment } from '../moment.tsx';
import { Look } from '../screen.tsx';
import { Empty } from '../states.tsx';
import { Deliveries } from './deliveries.tsx';
import { ShownOnce } from './once.tsx';
import { createHook, disableHook, enableHook, type Hook, hooks } from './operations.ts';

const needs = 'webhooks:read';
const changing = { needs: 'webhooks:write', what: 'Changing webhooks' } as const;

export const Webhooks = () => {
	const id = new URLSearchParams(location.search).get('id');
	return (
		<Desk needs={needs}>
			{id ? (
				<Deliveries id={id} />
			) : (
				<Look at={hooks} with={{}} needs={needs} what="The list of webhooks">
					{(list, again) => <HookList list={list} again={again} />}
				</Look>
			)}
		</Desk>
	);
};

export const HookState = ({ it }: { it: Hook }) => {
	if (!it.disabledAt) return <>On</>;
	return (
		<>
			Off since <Moment at={it.disabledAt} />
			{it.disabledBy === 'RECEIVER' && ', since it answered that it is gone (410)'}
		</>
	);
};

const HookList = ({ list, again }: { list: readonly Hook[]; again: () => void }) => {
	const { viewer } = useDesk();
	const [secret, setSecret] = useState<string | null>(null);
	const mayChange = viewer.scopes.includes('webhooks:write');
	const show = (made: { secret: string }) => {
		setSecret(made.secret);
		again();
	};
	return (
		<>
			{secret && (
				<ShownOnce what="The webhook is made; this is its secret" secret={secret} done={() => setSecret(null)} />
			)}
			{list.length === 0 ? (
				<Empty>No program is told of events yet.</Empty>
			) : (
				<Lines
					caption="Webhooks"
					columns={['Where to', 'Told of', 'State', 'Waiting', 'Given up', ...(mayChange ? ['Change'] : [])]}
					lines={list.map((it) => ({
						key: it.id,
						cells: [
							<a key="url" href={`?id=${encodeURIComponent(it.id)}`}>
								{it.url}
							</a>,
							<Told key="told" it={it} />,
							<HookState key="state" it={it} />,
							String(it.waiting),
							<GivenUp key="failed" count={it.failed} />,
							<Switch key="do" it={it} again={again} />,
						],
					}))}
				/>
			)}
			{mayChange && <Make show={show} />}
		</>
	);
};

const GivenUp = ({ count }: { count: number }) => (count > 0 ? <strong class="given-up">{count}</strong> : <>0</>);

const Told = ({ it }: { it: Hook }) => (
	<>
		{it.events.join(', ')}
		{it.system && `; of the system ${it.system} only`}
	</>
);

export const Switch = ({ it, again }: { it: Hook; again: () => void }) =>
	it.disabledAt ? (
		<DeedButton {...changing} deed={enableHook} id={it.id} label="Switch on" of={`(${it.url})`} onDone={again} />
	) : (
		<DeedButton
			{...changing}
			deed={disableHook}
			id={it.id}
			label="Switch off"
			of={`(${it.url})`}
			sure="What happens meanwhile is not kept for it. Sure?"
			onDone={again}
		/>
	);

const Make = ({ show }: { show: (made: { secret: string }) => void }) => (
	<section aria-labelledby="make-hook">
		<h2 id="make-hook">Tell another program</h2>
		<p>It is told of what happens from now on, by signed messages that name nobody.</p>
		<DeedForm
			{...changing}
			deed={createHook}
			input={(values) => ({ url: first(values, 'url'), events: values.events ?? [], system: first(values, 'system') })}
			button="Make the webhook"
			onDone={show}
		>
			{(fields) => (
				<>
					<TextField {...fields} name="url" label="Address" hint="Such as https://hooks.example.com/notices" />
					<Choices
						{...fields}
						name="events"
						kind="checkbox"
						label="What it is told of"
						choices={Object.values(webhookTypes).map((name) => ({ value: name, label: name }))}
					/>
					<TextField
						{...fields}
						name="system"
						label="System"
						hint="The id of one that is reached by a webhook: it is told of the tasks of no other."
						optional
					/>
				</>
			)}
		</DeedForm>
	</section>
);
