import type { IncomingMessage, ServerResponse } from 'node:http';
import { Busboy } from '@fastify/busboy';
import { type RefusalCode, refusal } from '../schema/refusals.ts';
import { maxFileBytes, maxFiles, replyInput } from '../schema/request/message.ts';
import { refusalIn } from '../schema/words.ts';
import type { Caller } from './service/environment.ts';
import type { ArrivingFile } from './service/message-files.ts';
import { reply, showsMessages } from './service/messages.ts';

/** Where files of a person are sent to, beside the token of the link. */
export const uploadsPath = '/files/';

/** How long a file may take to arrive; everything else is shorter and quicker. */
export const uploadSeconds = 300;

/** Files are held in memory until they are sealed. */
const atOnce = 4;

interface Form {
	fields: Record<string, string>;
	files: ArrivingFile[];
	wrong: RefusalCode | null;
}

const contentType = ({ headers }: IncomingMessage) => ({ ...headers, 'content-type': headers['content-type'] ?? '' });

/** The fields and files of a form; never more of them than a message can have. Rejects where it is no such form. */
const readForm = (request: IncomingMessage): Promise<Form> =>
	new Promise((done, fail) => {
		const form: Form = { fields: {}, files: [], wrong: null };
		const limits = { fileSize: maxFileBytes, files: maxFiles, fields: 10, fieldSize: 32_768, headerPairs: 20 };
		const parser = new Busboy({ headers: contentType(request), limits });
		parser.on('field', (name, value) => {
			form.fields[name] = value;
		});
		parser.on('file', (_, stream, name) => {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => void parts.push(part));
			stream.on('limit', () => {
				form.wrong = 'FILE_TOO_LARGE';
			});
			// A field for files that was left empty arrives as a file without a name and without a byte.
			stream.on('end', () => {
				const bytes = Buffer.concat(parts);
				if (bytes.length > 0 || name) form.files.push({ name, bytes });
			});
		});
		parser.on('filesLimit', () => {
			form.wrong ??= 'TOO_MANY_FILES';
		});
		parser.on('finish', () => done(form));
		parser.on('error', fail);
		request.on('error', fail);
		request.on('close', () => {
			if (!request.complete) fail(new Error('The sender went away.'));
		});
		request.pipe(parser);
	});

interface Answer {
	status: number;
	/** What the page that sent the form tells of it. */
	body: { sent: boolean; code?: RefusalCode; message?: string; path?: string[]; text?: string };
}

type Parts = Pick<Caller, 'store'> & { now: () => Caller['now']; library: () => Caller['library'] };

/** Takes what a person writes, with its files, over the link of a letter: a form as browsers send it (RFC 7578). */
export const createUploads = (parts: Parts) => {
	let running = 0;

	const take = async (request: IncomingMessage, token: string, clientAddress: string): Promise<Answer> => {
		const locale = request.headers['accept-language'];
		const refused = (code: RefusalCode, { path = [] as string[], text = '' } = {}): Answer => ({
			status: code === 'TOO_MANY_REQUESTS' ? 429 : 422,
			body: { sent: false, code, message: refusalIn(code, locale), path, text },
		});
		const { store } = parts;
		// Nobody else's bytes are read.
		if (!(await showsMessages({ store, now: parts.now() }, token)))
			return refused('UNKNOWN_TOKEN', { path: ['token'] });
		if (running >= atOnce) return refused('TOO_MANY_REQUESTS');
		running += 1;
		try {
			const form = await readForm(request).catch(() => null);
			const text = form?.fields.message ?? '';
			if (!form) return refused('INVALID_INPUT');
			if (form.wrong) return refused(form.wrong, { path: ['files'], text });
			const input = replyInput.safeParse({ ...form.fields, token });
			if (!input.success) return refused('INVALID_INPUT', { path: ['message'], text });
			const caller = { store, now: parts.now(), library: parts.library(), clientAddress };
			const result = await reply(caller, input.data, form.files);
			if (!result.ok) return refused(result.refusal.code, { path: result.refusal.path, text });
			return { status: 200, body: { sent: true } };
		} finally {
			running -= 1;
		}
	};

	return async (
		request: IncomingMessage,
		response: ServerResponse,
		{ token, clientAddress }: { token: string; clientAddress: string },
	): Promise<void> => {
		const isForm = request.method === 'POST' && /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
		const answer: Answer = isForm
			? await take(request, token, clientAddress)
			: { status: 405, body: { sent: false, ...refusal('INVALID_INPUT') } };
		// What is left of a form that was refused is not waited for.
		response.writeHead(answer.status, {
			'Content-Type': 'application/json; charset=utf-8',
			'Cache-Control': 'no-store',
			...(request.complete ? {} : { Connection: 'close' }),
		});
		response.end(JSON.stringify(answer.body));
		request.resume();
	};
};
