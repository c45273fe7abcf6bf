import { useEffect, useRef } from 'preact/hooks';
import { requestEvents } from './requests/operations.ts';

interface Happened {
	cursor: string;
	requestId: string;
}

/** Reads server-sent events by POST, which alone carries the session, until they end; answers whether they were refused. */
const read = async (after: string | null, heard: (event: Happened) => void, signal: AbortSignal): Promise<boolean> => {
	const response = await fetch('/graphql', {
		method: 'POST',
		headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-graphql-yoga-csrf': 'desk' },
		body: JSON.stringify({ query: requestEvents, variables: { after } }),
		signal,
	});
	const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
	let text = '';
	for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
		text += chunk.value;
		const blocks = text.split('\n\n');
		text = blocks.pop() ?? '';
		for (const block of blocks) {
			const { data, errors } = JSON.parse(/^data: (\{.*\})$/m.exec(block)?.[1] ?? '{}');
			if (data?.requestEvents) heard(data.requestEvents);
			if (errors) return true;
		}
	}
	return false;
};

const retrySeconds = 5;
/** What is shown again counts as a use of the session, so nothing is for whoever has walked away. */
const awaySeconds = 600;
const uses = ['pointerdown', 'keydown', 'focus'] as const;

/** Says, within a second or two, that something has happened to requests: from where it was last heard, so nothing is missed. */
export const useLive = (happened: (requestIds: ReadonlySet<string>) => void): void => {
	const latest = useRef(happened);
	latest.current = happened;
	useEffect(() => {
		let after: string | null = null;
		let stopping: AbortController | null = null;
		let usedAt = performance.now();
		let ids = new Set<string>();
		let telling = 0;
		let isRefused = false;
		const isAway = () => document.hidden || performance.now() - usedAt > awaySeconds * 1000;
		const tell = () => {
			if (isAway()) return;
			latest.current(ids);
			ids = new Set();
		};
		const heard = ({ cursor, requestId }: Happened) => {
			after = cursor;
			ids.add(requestId);
			clearTimeout(telling);
			telling = window.setTimeout(tell, 300);
		};
		const follow = async () => {
			if (stopping || isAway()) return;
			stopping = new AbortController();
			// Where the server is down it is tried again.
			isRefused = await read(after, heard, stopping.signal).catch(() => false);
			stopping = null;
			// The session has ended, as the screen finds when it asks again.
			if (isRefused) latest.current(new Set());
		};
		const use = ({ type }: Event) => {
			usedAt = performance.now();
			// Whoever comes back may have signed in beside it.
			if (type === 'focus' || !isRefused) void follow();
		};
		const look = () => {
			if (isAway()) stopping?.abort();
			else if (!isRefused) void follow();
		};
		void follow();
		const timer = setInterval(look, retrySeconds * 1000);
		for (const event of uses) addEventListener(event, use);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			clearTimeout(telling);
			for (const event of uses) removeEventListener(event, use);
			document.removeEventListener('visibilitychange', look);
			stopping?.abort();
		};
	}, []);
};
