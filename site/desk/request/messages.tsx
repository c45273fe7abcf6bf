import { useState } from 'preact/hooks';
import type { Message, MessageFile } from '../../api/answers.ts';
import type { Outcome } from '../client.ts';
import { momentIn } from '../dates.ts';
import { useDesk } from '../frame.tsx';
import { Shortcoming } from '../states.tsx';
import { type DeskRequest, openFile, requestMessages } from './operations.ts';

const needs = 'personal:read';
const authors = { PERSON: 'The person', STAFF: 'The desk' } as const;

const mediaTypes = { PDF: 'application/pdf', PNG: 'image/png', JPEG: 'image/jpeg' } as const;

/** Hands a file to the browser as a download; the desk itself never shows what a stranger sent. */
const download = ({ name, type, content }: { name: string; type: keyof typeof mediaTypes; content: string }) => {
	const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
	const url = URL.createObjectURL(new Blob([bytes], { type: mediaTypes[type] }));
	const link = document.createElement('a');
	Object.assign(link, { href: url, download: name });
	link.click();
	URL.revokeObjectURL(url);
};

/** What was written about a request, on demand, since each reading is recorded. */
export const Messages = ({ request: { id, revision, version } }: { request: DeskRequest }) => {
	const { viewer, ask } = useDesk();
	const [outcome, setOutcome] = useState<Outcome<{ messages: Message[] } | null> | null>(null);
	const [readAt, setReadAt] = useState(0);
	const read = async () => {
		setOutcome(await ask(requestMessages, { id }));
		setReadAt(revision);
	};
	const shown = outcome?.kind === 'answer' && !outcome.withheld ? (outcome.answer?.messages ?? []) : null;
	const failed = outcome?.kind === 'answer' ? outcome.withheld && ({ kind: outcome.withheld } as const) : outcome;
	return (
		<section aria-labelledby="messages-title">
			<h2 id="messages-title">Messages</h2>
			{shown?.length === 0 && <p>Nothing has been written.</p>}
			{shown && shown.length > 0 && (
				<ol class="messages">
					{shown.map((message) => (
						<MessageItem key={message.id} requestId={id} message={message} zone={version.notice.zone} />
					))}
				</ol>
			)}
			{(!shown || readAt !== revision) && (
				<>
					<p>
						<button type="button" class="second" onClick={() => void read()}>
							{shown ? 'Show what is new' : 'Show the messages'}
						</button>
					</p>
					<p class="hint">Who reads them, and when, is recorded.</p>
				</>
			)}
			{failed && (
				<Shortcoming outcome={failed} again={() => void read()} what="Reading them" needs={needs} role={viewer.role} />
			)}
		</section>
	);
};

interface MessageItemProps {
	requestId: string;
	message: Message;
	/** In which its time of day is told, as those of all that happened. */
	zone: string;
}

const MessageItem = ({ requestId, message, zone }: MessageItemProps) => (
	<li class={message.from === 'PERSON' ? 'own' : undefined}>
		<p>
			<strong>{authors[message.from]}</strong>, <time dateTime={message.at}>{momentIn(message.at, zone)}</time>
		</p>
		{message.text ? (
			<p class="text" dir="auto">
				{message.text}
			</p>
		) : (
			message.files.length === 0 && <p>These words are destroyed.</p>
		)}
		{message.files.map((file) => (
			<FileLine key={file.id} requestId={requestId} file={file} />
		))}
	</li>
);

const FileLine = ({ requestId, file }: { requestId: string; file: MessageFile }) => {
	const { viewer, ask } = useDesk();
	const [failed, setFailed] = useState<Exclude<Outcome<unknown>, { kind: 'answer' }> | null>(null);
	const open = async () => {
		const outcome = await ask(openFile, { input: { id: requestId, fileId: file.id } });
		setFailed(outcome.kind === 'answer' ? null : outcome);
		if (outcome.kind === 'answer') download(outcome.answer);
	};
	return (
		<>
			<p>
				<button type="button" class="second small" onClick={() => void open()}>
					Download <bdi>{file.name || 'the file'}</bdi>
				</button>{' '}
				<span class="hint">
					{file.type}, {Math.max(1, Math.round(file.bytes / 1024))} kB. It comes from outside: open it with care.
				</span>
			</p>
			{failed && (
				<Shortcoming outcome={failed} again={() => void open()} what="The file" needs={needs} role={viewer.role} />
			)}
		</>
	);
};
