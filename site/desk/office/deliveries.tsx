import { DeedButton } from '../deed-button.tsx';
import { useDesk } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Moment, ZoneNote } from '../moment.tsx';
import { Look } from '../screen.tsx';
import { Empty } from '../states.tsx';
import { type Delivery, type HookWithDeliveries, hookWithDeliveries, replayFailed, replayOne } from './operations.ts';
import { HookState } from './webhooks.tsx';

const needs = 'webhooks:read';
const sending = { needs: 'webhooks:write', what: 'Sending again' } as const;

const views = [
	['', 'All'],
	['WAITING', 'Waiting'],
	['DELIVERED', 'Taken'],
	['FAILED', 'Given up'],
] as const;

const stateIn = (query: URLSearchParams) => views.find(([state]) => state && state === query.get('state'))?.[0] ?? null;

const addressOf = (id: string, state: string | null, after: string | null = null) =>
	`?${new URLSearchParams({ id, ...(state && { state }), ...(after && { after }) })}`;

/** What was told to one program, and what was not. */
export const Deliveries = ({ id }: { id: string }) => {
	const query = new URLSearchParams(location.search);
	const state = stateIn(query);
	return (
		<Look at={hookWithDeliveries} with={{ id, state, after: query.get('after') }} needs={needs} what="The deliveries">
			{(hook, again) =>
				hook ? <OneHook hook={hook} state={state} again={again} /> : <Empty>There is no such webhook.</Empty>
			}
		</Look>
	);
};

interface OneHookProps {
	hook: HookWithDeliveries;
	state: string | null;
	again: () => void;
}

const OneHook = ({ hook, state, again }: OneHookProps) => {
	const { viewer } = useDesk();
	const mayChange = viewer.scopes.includes('webhooks:write');
	const { edges, pageInfo } = hook.deliveries;
	return (
		<>
			<p>
				<a href="/desk/office/webhooks/">All webhooks</a>
			</p>
			<h2 class="address">{hook.url}</h2>
			<p>
				<HookState it={hook} />. {hook.waiting} waiting, {hook.failed} given up.
			</p>
			{mayChange && hook.failed > 0 && (
				<p>
					<DeedButton
						{...sending}
						deed={replayFailed}
						id={hook.id}
						label={`Send all ${hook.failed} again that were given up`}
						of=""
						onDone={again}
					/>
				</p>
			)}
			<nav class="views" aria-label="Deliveries">
				{views.map(([value, label]) => (
					<a key={value} href={addressOf(hook.id, value)} aria-current={(state ?? '') === value ? 'true' : undefined}>
						{label}
					</a>
				))}
			</nav>
			{edges.length === 0 ? (
				<Empty>There is none.</Empty>
			) : (
				<Lines
					caption="Deliveries"
					columns={['Event', 'State', 'Attempts', 'Last answer', ...(mayChange ? ['Change'] : [])]}
					lines={edges.map(({ node }) => ({
						key: node.id,
						cells: [
							node.event,
							<State key="state" it={node} />,
							String(node.attempts),
							node.lastOutcome ?? 'none yet',
							node.state !== 'WAITING' && (
								<DeedButton
									{...sending}
									key="do"
									deed={replayOne}
									id={node.id}
									label="Send again"
									of={`(${node.event})`}
									onDone={again}
								/>
							),
						],
					}))}
				/>
			)}
			{pageInfo.hasNextPage && (
				<p>
					<a href={addressOf(hook.id, state, pageInfo.endCursor)}>Older ones</a>
				</p>
			)}
			<ZoneNote />
		</>
	);
};

const State = ({ it }: { it: Delivery }) => {
	if (it.deliveredAt)
		return (
			<>
				Taken, <Moment at={it.deliveredAt} />
			</>
		);
	if (it.failedAt)
		return (
			<>
				<strong class="given-up">Given up</strong>, <Moment at={it.failedAt} />
			</>
		);
	return it.nextAttemptAt ? (
		<>
			Waiting; next attempt <Moment at={it.nextAttemptAt} />
		</>
	) : null;
};
