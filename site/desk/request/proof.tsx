import type { DeskRequest } from './operations.ts';
import { inWords, optionWords, outcomeWords, partWords, proofWords } from './words.ts';

/** What has been shown of who asks, and what is still missing. */
export const Proof = ({ request: { proofs, missingProofs, verification } }: { request: DeskRequest }) => (
	<section aria-labelledby="proof-title">
		<h2 id="proof-title">Who asks</h2>
		<ul class="proofs">
			{proofs.map((proof) => (
				<li key={proof}>✓ {proofWords[proof]}: shown</li>
			))}
			{missingProofs.map((proof) => (
				<li key={proof}>○ {proofWords[proof]}: missing</li>
			))}
		</ul>
		{proofs.length + missingProofs.length === 0 && <p>Nobody has to prove who they are for this.</p>}
		{verification && (
			<p class="hint">
				{verification.points} points must match{verification.declaration && ', and a declaration be signed'}:{' '}
				{verification.cite}
			</p>
		)}
	</section>
);

/** How it was decided, with every ground. */
export const Decision = ({ request: { outcome, ground, groundCite, denials } }: { request: DeskRequest }) =>
	outcome && (
		<section aria-labelledby="decision-title">
			<h2 id="decision-title">What was decided</h2>
			<p>{outcomeWords[outcome]}.</p>
			<ul>
				{ground && (
					<li>
						{optionWords[ground] ?? inWords(ground)} <span class="hint">{groundCite}</span>
					</li>
				)}
				{denials.map(({ category, item, ground: key, cite }) => (
					<li key={`${category}${item}`}>
						{partWords(category ?? String(item))}: {optionWords[key] ?? inWords(key)} <span class="hint">{cite}</span>
					</li>
				))}
			</ul>
		</section>
	);
