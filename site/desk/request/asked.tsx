import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { Outcome } from '../client.ts';
import { longDate } from '../dates.ts';
import { useDesk } from '../frame.tsx';
import { NotPermitted, Shortcoming } from '../states.tsx';
import { rightWords } from '../words.ts';
import { type DeskRequest, type SentWords, sentWords } from './operations.ts';
import { mannerWords, requesterWords } from './words.ts';

/** Who asks for what, when and in what manner, and the text that binds. */
export const Asked = ({ request }: { request: DeskRequest }) => {
	const { right, treatedAs, requester, manner, receivedOn, sinceOn, version } = request;
	return (
		<section aria-labelledby="asked-title">
			<h2 id="asked-title">What was asked</h2>
			<dl class="facts">
				<dt>Right</dt>
				<dd>
					{rightWords[right]}
					{treatedAs && `, answered as: ${rightWords[treatedAs]}`}
				</dd>
				{sinceOn && (
					<>
						<dt>How far back</dt>
						<dd>What was collected since {longDate(sinceOn)}</dd>
					</>
				)}
				<dt>Who asks</dt>
				<dd>{requesterWords[requester]}</dd>
				<dt>Received</dt>
				<dd>
					{longDate(receivedOn)}, by {mannerWords[manner]}
				</dd>
				<dt>Version that binds</dt>
				<dd>
					<a href={version.url}>
						{version.notice.title}, {version.version}
					</a>
					; <a href="/docs/promises/">what keeps its promises</a>
				</dd>
			</dl>
			<Words request={request} />
		</section>
	);
};

/** The person's own words, on demand, since each reading is recorded. */
const Words = ({ request: { id } }: { request: DeskRequest }) => {
	const { viewer, ask } = useDesk();
	const [outcome, setOutcome] = useState<Outcome<{ sent: SentWords | null } | null> | null>(null);
	const read = async () => setOutcome(await ask(sentWords, { id }));
	const needs = 'personal:read';
	if (!viewer.scopes.includes(needs) && !outcome && viewer.role === 'AUDITOR')
		return <NotPermitted needs={needs} role={viewer.role} />;
	if (outcome?.kind === 'answer' && !outcome.withheld) return <SentWordsView sent={outcome.answer?.sent ?? null} />;
	const failed = outcome?.kind === 'answer' ? ({ kind: outcome.withheld ?? 'unreachable' } as const) : outcome;
	return (
		<>
			<p>
				<button type="button" class="second" onClick={() => void read()}>
					Show what they wrote
				</button>
			</p>
			<p class="hint">Who reads it, and when, is recorded.</p>
			{failed && (
				<Shortcoming outcome={failed} again={() => void read()} what="Reading it" needs={needs} role={viewer.role} />
			)}
		</>
	);
};

const SentWordsView = ({ sent }: { sent: SentWords | null }) => {
	if (!sent) return <p>Nothing personal came with it, or it has been erased.</p>;
	const lines = [
		['E-mail address', sent.email],
		['Name', sent.name],
		['Asks for', sent.onBehalfOf],
		['In their words', sent.details],
		...sent.corrections.flatMap(({ what, shouldBe, evidence }, index) => [
			[`Correction ${index + 1}: what is wrong`, what],
			['What it should be', shouldBe],
			['What shows it', evidence],
		]),
	].filter(([, words]) => words);
	return (
		<dl class="facts words" aria-label="What they wrote">
			{lines.map(([label, words], index) => (
				<Fragment key={String(index)}>
					<dt>{label}</dt>
					<dd dir="auto">{words}</dd>
				</Fragment>
			))}
		</dl>
	);
};
