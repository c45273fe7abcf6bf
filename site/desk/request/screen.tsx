import { useEffect, useRef, useState } from 'preact/hooks';
import { isOpen } from '../../status-words.ts';
import { longDate } from '../dates.ts';
import { Desk, useDesk } from '../frame.tsx';
import { Empty, Shortcoming, Waiting } from '../states.tsx';
import { useAsk } from '../use-ask.ts';
import { rightWords, statusWords } from '../words.ts';
import { Asked } from './asked.tsx';
import { Clocks } from './clocks.tsx';
import { HappeningList } from './history.tsx';
import { Messages } from './messages.tsx';
import { NextSteps } from './next-steps.tsx';
import { type DeskRequest, requestScreen } from './operations.ts';
import { Decision, Proof } from './proof.tsx';
import { Tasks } from './tasks.tsx';
import { useNews } from './use-news.ts';

const needs = 'requests:read';

/** One request: what was asked and by when on the one side, what to do next on the other. */
export const RequestScreen = ({ id }: { id: string }) => (
	<Desk needs={needs}>
		<Loaded id={id} />
	</Desk>
);

const Loaded = ({ id }: { id: string }) => {
	const { viewer } = useDesk();
	const { outcome, again } = useAsk(requestScreen, { id });
	if (!outcome) return <Waiting />;
	if (outcome.kind !== 'answer')
		return <Shortcoming outcome={outcome} again={again} what="The request" needs={needs} role={viewer.role} />;
	if (!outcome.answer) return <Empty>There is no such request. It may have been destroyed with its record.</Empty>;
	return <Request request={outcome.answer} again={again} />;
};

const Request = ({ request, again }: { request: DeskRequest; again: () => void }) => {
	const { news, look, did } = useNews(request, again);
	const [said, setSaid] = useState('');
	const heading = useRef<HTMLParagraphElement>(null);
	useEffect(() => {
		if (said) heading.current?.focus();
	}, [said]);
	const { right, status, dueOn, history, tasks, version } = request;
	const done = (what: string) => {
		setSaid(what);
		did();
		again();
	};
	return (
		<>
			<p class="stands" ref={heading} tabIndex={-1}>
				<strong>{rightWords[right]}</strong>: {statusWords[status]}.
				{isOpen(request) && ` Answer by ${longDate(dueOn)}.`}
			</p>
			<p class="said" role="status">
				{said}
			</p>
			<div class="two">
				<div>
					<Asked request={request} />
					<Clocks request={request} />
					<Proof request={request} />
					<Decision request={request} />
				</div>
				<div>
					<NextSteps request={request} news={news} onDone={done} onSeen={look} again={again} />
					<Messages request={request} />
					<Tasks tasks={tasks} onDone={again} />
					<section aria-labelledby="history-title">
						<h2 id="history-title">What happened</h2>
						<HappeningList happenings={history} zone={version.notice.zone} />
					</section>
				</div>
			</div>
		</>
	);
};
