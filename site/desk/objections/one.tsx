import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { useDesk } from '../frame.tsx';
import { Moment, ZoneNote } from '../moment.tsx';
import { Look } from '../screen.tsx';
import { Empty } from '../states.tsx';
import { Decide } from './decide.tsx';
import { type ObjectionWords, type OneObjection, objection, objectionWords } from './operations.ts';
import { standing } from './words.ts';

const needs = 'objections:read';

/** One objection: how it stands, what the person wrote, and what to decide. */
export const One = ({ id }: { id: string }) => (
	<Look at={objection} with={{ id }} needs={needs} what="The objection">
		{(it, again) => (it ? <Both it={it} again={again} /> : <Empty>There is no such objection.</Empty>)}
	</Look>
);

const Both = ({ it, again }: { it: OneObjection; again: () => void }) => {
	const { viewer } = useDesk();
	const { slug, title } = it.version.notice;
	const mayDecide = viewer.scopes.includes('objections:decide');
	return (
		<>
			<p>
				<a href={`?${new URLSearchParams({ notice: slug, version: it.version.version })}`}>All to this version</a>
			</p>
			<h2>
				Objection to <bdi>{title}</bdi>, <a href={it.version.url}>version {it.version.version}</a>
			</h2>
			<div class="two">
				<div>
					<Facts it={it} />
					<Words id={it.id} />
				</div>
				<div>
					{it.availableActions.includes('DECIDE') ? (
						mayDecide && <Decide id={it.id} done={again} />
					) : (
						<p class="state">Nothing can be decided about it: {standing(it).toLowerCase()}.</p>
					)}
				</div>
			</div>
		</>
	);
};

const Facts = ({ it }: { it: OneObjection }) => {
	const window = it.version.objectionWindow;
	const dates = [
		['Received', it.receivedAt],
		['Counts since', it.countedAt],
		['To be decided by', it.status === 'COUNTED' ? it.decideBy : null],
		['Decided', it.decidedAt],
		['Ended', it.endedAt],
	] as const;
	return (
		<>
			<dl class="facts">
				<dt>State</dt>
				<dd>{standing(it)}</dd>
				{dates.map(
					([label, at]) =>
						at && (
							<Fragment key={label}>
								<dt>{label}</dt>
								<dd>
									<Moment at={at} />
								</dd>
							</Fragment>
						),
				)}
				{window && (
					<>
						<dt>What objecting does</dt>
						<dd>
							<bdi>{window.effect}</bdi>
						</dd>
					</>
				)}
			</dl>
			<ZoneNote />
		</>
	);
};

const Words = ({ id }: { id: string }) => {
	const [shown, setShown] = useState(false);
	return (
		<section aria-labelledby="words">
			<h3 id="words">What the person wrote</h3>
			{shown ? (
				<Look at={objectionWords} with={{ id }} needs="personal:read" what="Reading what people sent">
					{(it) => <Sent sent={it?.sent ?? null} />}
				</Look>
			) : (
				<p>
					<button type="button" class="second" onClick={() => setShown(true)}>
						Show it
					</button>{' '}
					<span class="hint">That you read it is recorded.</span>
				</p>
			)}
		</section>
	);
};

const Sent = ({ sent }: ObjectionWords) =>
	sent ? (
		<dl class="facts words">
			<dt>Name</dt>
			<dd dir="auto">{sent.name ?? 'not given'}</dd>
			<dt>E-mail address</dt>
			<dd>{sent.email}</dd>
			<dt>Reason</dt>
			<dd dir="auto">{sent.reason ?? 'They gave none.'}</dd>
		</dl>
	) : (
		<p>It has been erased.</p>
	);
