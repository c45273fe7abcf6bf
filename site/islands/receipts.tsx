import type { ComponentChildren } from 'preact';
import type { ObjectionReceipt, Referral, RequestState, RightsReceipt } from '../api/answers.ts';
import { actsAtOnce, rightText } from '../rights.ts';
import { calendarFile, dateText, dayText, versionText } from './dates.ts';

const Code = ({ code }: { code: string }) => (
	<>
		<p class="codename">Your receipt code</p>
		<p class="bigcode">{code}</p>
	</>
);

const Receipt = ({ title, children }: { title: string; children: ComponentChildren }) => (
	<div class="receipt">
		{/* biome-ignore lint/a11y/noAutofocus: the page was loaded because of it */}
		<h2 tabIndex={-1} autoFocus>
			{title}
		</h2>
		{children}
	</div>
);

const Due = ({ request }: { request: RequestState }) => (
	<li>
		<strong>{rightText(request.right).short}</strong>: answered by{' '}
		<time dateTime={request.dueOn}>{dayText(request.dueOn)}</time>.{' '}
		<a
			class="noprint"
			download={`${rightText(request.right).slug}-due.ics`}
			href={calendarFile(`Answer due: ${rightText(request.right).short}`, request.dueOn)}
		>
			Calendar file
		</a>
	</li>
);

export type RequestReceiptProps = Pick<
	RightsReceipt,
	'code' | 'receivedAt' | 'requests' | 'needsConfirmation' | 'version'
>;

/** Of several rights asked for at once, some act at once and some wait for a letter to be answered. */
const isMixed = ({ requests, needsConfirmation }: Pick<RequestReceiptProps, 'requests' | 'needsConfirmation'>) =>
	needsConfirmation && requests.some(({ right }) => actsAtOnce(right));

export const RequestReceipt = ({ code, receivedAt, requests, needsConfirmation, version }: RequestReceiptProps) => {
	const mixed = isMixed({ requests, needsConfirmation });
	return (
		<Receipt title="We have your request">
			<Code code={code} />
			<p>
				Received on {dateText(receivedAt, version.notice.zone)}, under the {version.notice.title} of{' '}
				<a href={`/${version.notice.slug}/${version.version}/`}>{versionText(version.version)}</a>.
			</p>
			<ul class="due">
				{requests.map((request) => (
					<Due request={request} key={request.right} />
				))}
			</ul>
			<h3>What happens next</h3>
			<ul>
				{mixed && <li>To opt out or to limit needs no confirmation: it is under way.</li>}
				{needsConfirmation && (
					<li>
						A letter is on its way to the address you gave. Open the link in it and confirm: without that we cannot
						answer
						{mixed ? ' what is answered by letter, and that' : ', and the request'} ends on its date. Confirming late
						never moves the date.
					</li>
				)}
				<li>
					Follow it, or take it back, at <a href="/requests/status/">the status page</a> with this code.
				</li>
				<li>
					Print this page or write the code down
					{needsConfirmation ? '; it stands in the letter too.' : ': it is shown only here.'}
				</li>
			</ul>
		</Receipt>
	);
};

export const ReferralNote = ({ referTo, notice }: Pick<Referral, 'referTo' | 'notice'>) => (
	<Receipt title="Somebody else has to answer this">
		<p>{referTo}</p>
		{notice && (
			<p>
				<a href={`/${notice.slug}/`}>{notice.title}</a>
			</p>
		)}
		<p>Nothing that you entered was recorded.</p>
	</Receipt>
);

export const ObjectionReceiptNote = ({
	code,
	confirmBy,
	version,
}: Pick<ObjectionReceipt, 'code' | 'confirmBy' | 'version'>) => (
	<Receipt title="We have your objection">
		<Code code={code} />
		<p>
			It is recorded against the version of{' '}
			<a href={`/${version.notice.slug}/${version.version}/`}>{versionText(version.version)}</a> of the{' '}
			{version.notice.title}.
		</p>
		<h3>What happens next</h3>
		<ul>
			<li>
				A letter is on its way to the address you gave. Confirm by its link until{' '}
				{dateText(confirmBy, version.notice.zone)}, and the objection counts, even if the time for objecting has ended
				by then.
			</li>
			<li>
				Follow it, or take it back, at <a href="/objections/status/">the status page</a> with this code.
			</li>
			<li>Print this page or write the code down; it stands in the letter too.</li>
		</ul>
	</Receipt>
);

export const SubscriptionNote = ({ confirmBy }: { confirmBy: string | null }) => (
	<Receipt title="One more step">
		<p>
			A letter is on its way to the address you gave. Open the link in it
			{confirmBy ? ` until ${confirmBy}` : ''}, and you will hear of every change. Without that, we erase the address
			then.
		</p>
	</Receipt>
);
