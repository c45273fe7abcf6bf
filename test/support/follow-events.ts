/** Follows `noticeEvents` as a program would that may not miss one: from the last cursor on, whenever the server is back. */
export const followEvents = (url: string): { seen: string[]; stop(): void } => {
	const seen: string[] = [];
	const stopping = new AbortController();
	let after: string | null = '0';
	const follow = async () => {
		const query = 'subscription ($after: String) { noticeEvents(after: $after) { cursor type version { version } } }';
		const response = await fetch(`${url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
			body: JSON.stringify({ query, variables: { after } }),
			signal: stopping.signal,
		});
		let text = '';
		for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
			text += chunk;
			const blocks = text.split('\n\n');
			text = blocks.pop() ?? '';
			for (const block of blocks) {
				const event = JSON.parse(/^data: (\{.*\})$/m.exec(block)?.[1] ?? '{}').data?.noticeEvents;
				if (!event) continue;
				after = event.cursor;
				seen.push(`${event.version?.version} ${event.type}`);
			}
		}
	};
	void (async () => {
		while (!stopping.signal.aborted) {
			// The server is down, or was killed in the midst of the stream.
			await follow().catch(() => {});
			await new Promise((done) => setTimeout(done, 100));
		}
	})();
	return { seen, stop: () => stopping.abort() };
};
