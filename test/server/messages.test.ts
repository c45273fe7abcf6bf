import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../api/service/keys.ts';
import { openDesk, proven, type TestDesk } from '../support/desk.ts';
import { ask } from '../support/graphql.ts';

const pdf = (words = 'permission') => Buffer.from(`%PDF-1.7\n${words}`);
const megabyte = 1024 * 1024;

type Part = { name?: string; bytes: Buffer };

let desk: TestDesk;
let code: string;
let token: string;
let reader: string;

const tokenOf = (text: string) => /requests\/messages\/([\w-]{43})\//.exec(text)?.[1] ?? '';

/** A form as a browser sends it. */
const form = (fields: Record<string, string>, files: Part[] = []) => {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.append(name, value);
	for (const { name = 'a.pdf', bytes } of files) body.append('files', new Blob([new Uint8Array(bytes)]), name);
	return body;
};

const send = async (body: BodyInit, to = token, headers: Record<string, string> = {}) => {
	const answer = await fetch(`${desk.server.url}/files/${to}`, { method: 'POST', body, headers });
	return { status: answer.status, ...((await answer.json()) as { code?: string; text?: string; message?: string }) };
};

const asReader = async (query: string, variables = {}) =>
	(await ask(desk.server.url, query, variables, { authorization: `Bearer ${reader}` })).body.data as never;

interface Message {
	id: string;
	from: string;
	text: string | null;
	files: { id: string; name: string; type: string; bytes: number }[];
}

const messages = async (): Promise<Message[]> => {
	const query =
		'query ($id: ID!) { node(id: $id) { ... on RightsRequest { messages { id from text files { id name type bytes } } } } }';
	return ((await asReader(query, { id: (await desk.request('DELETE')).id })) as { node: { messages: Message[] } }).node
		.messages;
};

const openFile = async (fileId: string) => {
	const query = `mutation ($input: OpenFileInput!) { openFile(input: $input) {
		__typename ... on OpenedFile { name type content } ... on Refusal { code } } }`;
	return (
		(await asReader(query, { input: { id: (await desk.request('DELETE')).id, fileId } })) as never as {
			openFile: never;
		}
	).openFile as { __typename: string; name: string; content: string; code?: string };
};

const opened = async (to: string) => {
	const query = `mutation ($token: String!) { openMessages(input: { token: $token }) { __typename
		... on Conversation { mayReply messages { from text } } ... on Refusal { code } } }`;
	return (await ask(desk.server.url, query, { token: to })).body.data?.openMessages as Record<string, unknown>;
};

const askForLink = async (right: string, given = code) => {
	const query = `mutation ($input: AskForMessagesInput!) { askForMessages(input: $input) { __typename ... on Refusal { code } } }`;
	return (await ask(desk.server.url, query, { input: { code: given, right } })).body.data
		?.askForMessages as never as Record<string, string>;
};

beforeAll(async () => {
	desk = await openDesk();
	const { key } = await newKey(
		{ store: desk.server.store, now: desk.server.now() },
		{ name: 'reader', scopes: ['requests:read', 'personal:read'], days: 90 },
	);
	reader = key;
	code = (await desk.submit({ rights: ['DELETE'], requester: 'AGENT', onBehalfOf: 'Bo' })).code as string;
	await desk.confirm();
	await desk.act('DELETE', 'askAboutRightsRequest', { question: 'AUTHORITY', message: 'Please send the permission.' });
	token = tokenOf(await desk.letter('A question about your request'));
});
afterAll(() => desk?.[Symbol.asyncDispose]());

describe('messages about a request', () => {
	it('are written over the link of a letter, with files, and read by staff in the words they were written in', async () => {
		expect(await opened(token)).toEqual({
			__typename: 'Conversation',
			mayReply: true,
			messages: [{ from: 'STAFF', text: 'Please send the permission.' }],
		});
		const before = (await desk.request('DELETE')).revision;
		expect(await send(form({ message: 'Here it is.', key: 'k1' }, [{ name: 'permission.pdf', bytes: pdf() }]))).toEqual(
			{
				status: 200,
				sent: true,
			},
		);
		const [, reply] = await messages();
		expect(reply).toMatchObject({
			from: 'PERSON',
			text: 'Here it is.',
			files: [{ name: 'permission.pdf', type: 'PDF', bytes: pdf().length }],
		});
		expect((await desk.request('DELETE')).revision).toBe(before + 1);
		const file = await openFile(reply?.files[0]?.id ?? '');
		expect([file.name, Buffer.from(file.content, 'base64').equals(pdf())]).toEqual(['permission.pdf', true]);
	});

	it('are one where the same is sent again', async () => {
		const count = (await messages()).length;
		await send(form({ message: 'Here it is.', key: 'k1' }, [{ bytes: pdf() }]));
		expect((await messages()).length).toBe(count);
	});

	it('reach the person as a letter each, also where several wait, with a link to answer', async () => {
		for (const message of ['The first word.', 'The second word.'])
			expect(await desk.act('DELETE', 'writeAboutRightsRequest', { message })).toEqual({ status: 'IN_PROGRESS' });
		const letters = async () => {
			await desk.letter('A message about your request');
			return desk.peer.received.filter(({ mail }) => mail.subject?.includes('A message about your request'));
		};
		await expect.poll(async () => (await letters()).length, { timeout: 10_000 }).toBe(2);
		const texts = (await letters()).map(({ mail }) => mail.text ?? '');
		expect(texts.filter((text) => text.includes('The first word.')).length).toBe(1);
		expect(texts.filter((text) => text.includes('The second word.')).length).toBe(1);
		expect(texts.map(tokenOf).every((it) => it.length === 43)).toBe(true);
	});

	it('are opened by whoever has the receipt code only over a fresh link to the address', async () => {
		expect(await askForLink('DELETE')).toEqual({ __typename: 'MessagesLinkSent' });
		expect(await askForLink('CORRECT')).toMatchObject({ code: 'UNKNOWN_REQUEST' });
		expect(await askForLink('DELETE', '0000-0000-0000-0000')).toMatchObject({ code: 'UNKNOWN_CODE' });
		const fresh = tokenOf(await desk.letter('Your link to write to us'));
		expect((await opened(fresh)).__typename).toBe('Conversation');
		expect(await opened('t'.repeat(43))).toEqual({ __typename: 'Refused', code: 'UNKNOWN_TOKEN' });
	});

	it('stand in no file of the data folder, and in no line of the log', async () => {
		const files = readdirSync(desk.server.dataDir).filter((name) => name.startsWith('noticekeeper.db'));
		for (const words of ['Here it is.', 'permission.pdf', pdf().toString(), 'The second word.'])
			for (const file of files) expect(readFileSync(join(desk.server.dataDir, file)).includes(words)).toBe(false);
	});
});

const begin = (...bytes: number[]) => Buffer.concat([Buffer.from(bytes), Buffer.alloc(64)]);
const text = (words: string) => Buffer.from(words);

/** What is no PDF, PNG or JPEG, whatever it is called. */
const strangers: Record<string, Buffer> = {
	'words as pdf': text('hello'),
	'a page': text('<!doctype html><script>alert(1)</script>'),
	'a drawing that runs': text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
	'a zip': text('PK\u0003\u0004 and more'),
	'a program of Windows': text('MZ\u0090'),
	'a program of Linux': begin(0x7f, 0x45, 0x4c, 0x46),
	'a script': text('#!/bin/sh\nrm -rf /'),
	'a GIF': text('GIF89a'),
	'a WebP': text('RIFF0000WEBP'),
	'a TIFF': begin(0x49, 0x49, 0x2a, 0x00),
	'a BMP': text('BM'),
	'an icon': begin(0x00, 0x00, 0x01, 0x00),
	'an AVIF': text('\u0000\u0000\u0000\u001cftypavif'),
	'a Word file of old': begin(0xd0, 0xcf, 0x11, 0xe0),
	'an RTF': text('{\\rtf1'),
	'a PostScript': text('%!PS-Adobe'),
	'a gzip': begin(0x1f, 0x8b),
	'a 7z': begin(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
	'a RAR': text('Rar!\u001a\u0007'),
	'an XML': text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
	'a PDF after a line break': text('\n%PDF-1.7'),
	'a PDF after a mark of order': Buffer.concat([begin(0xef, 0xbb, 0xbf).subarray(0, 3), pdf()]),
	'half the beginning of a PNG': begin(0x89, 0x50, 0x4e, 0x47),
	'half the beginning of a JPEG': begin(0xff, 0xd8),
	'one byte': text('%'),
	'an empty file with a name': Buffer.alloc(0),
	'only zeros': Buffer.alloc(1000),
};

describe('a file that is sent', () => {
	it.each(Object.entries(strangers))('is refused where it is %s, and what was written comes back', async (_, bytes) => {
		const before = (await messages()).length;
		expect(await send(form({ message: 'See this.' }, [{ name: 'x.pdf', bytes }]))).toMatchObject({
			status: 422,
			code: 'FILE_TYPE',
			text: 'See this.',
		});
		expect((await messages()).length).toBe(before);
	});

	it.each([
		['../../etc/passwd.pdf', 'passwd.pdf'],
		['C:\\Windows\\a.pdf', 'a.pdf'],
		['a\u202efdp.exe', 'afdp.exe'],
		[`${'n'.repeat(300)}.pdf`, `${'n'.repeat(96)}.pdf`],
		['.pdf', '.pdf'],
		['   ', 'file.pdf'],
	])('is called by the last part of its name alone: %j', async (name, kept) => {
		expect(await send(form({ message: '.' }, [{ name, bytes: pdf() }]))).toMatchObject({ sent: true });
		expect((await messages()).at(-1)?.files[0]?.name).toBe(kept);
	});

	it('has at most 10 MB, and there are at most three', async () => {
		const large = Buffer.concat([pdf(), Buffer.alloc(10 * megabyte)]);
		expect(await send(form({ message: 'x' }, [{ bytes: large }]))).toMatchObject({ code: 'FILE_TOO_LARGE', text: 'x' });
		const four = Array.from({ length: 4 }, () => ({ bytes: pdf() }));
		expect(await send(form({ message: 'x' }, four))).toMatchObject({ code: 'TOO_MANY_FILES', text: 'x' });
	});

	it('is read from nobody without a link, and from nothing that is no form', async () => {
		expect(await send(form({}, [{ bytes: pdf() }]), 't'.repeat(43))).toMatchObject({ code: 'UNKNOWN_TOKEN' });
		expect(await send('{}', token, { 'content-type': 'application/json' })).toMatchObject({ status: 405 });
		const broken = { 'content-type': 'multipart/form-data' };
		expect(await send('--x\r\n', token, broken)).toMatchObject({ code: 'INVALID_INPUT' });
		expect(await send('--x\r\n', token, { 'content-type': 'multipart/form-data; boundary=y' })).toMatchObject({
			sent: false,
		});
	});

	it('needs some words or a file, and words that are not too long', async () => {
		expect(await send(form({ message: ' ' }))).toMatchObject({ code: 'NOTHING_WRITTEN' });
		expect(await send(form({ message: 'x'.repeat(4001) }))).toMatchObject({ code: 'INVALID_INPUT' });
		expect(await send(form({}), token, { 'accept-language': 'es' })).toMatchObject({
			message: 'Escriba unas palabras o elija un archivo.',
		});
	});
});

it('ends with the request: files and words are destroyed, and the link with them', async () => {
	const [file] = (await messages()).flatMap(({ files }) => files);
	await desk.act('DELETE', 'authoriseRightsRequest', { proof: 'SIGNED_PERMISSION' });
	await desk.act('DELETE', 'verifyRightsRequest', proven);
	await desk.act('DELETE', 'answerRightsRequest', { outcome: 'GRANTED', message: 'Done.' });
	await desk.letter('The answer to your request');
	desk.server.addSeconds(3 * 86_400);
	await desk.server.jobs.tick();
	const uploads = () => desk.server.store.read((tx) => tx.selectFrom('upload').selectAll().execute());
	expect(await uploads()).toEqual([]);
	expect((await openFile(file?.id ?? '')).code).toBe('UNKNOWN_FILE');
	expect((await messages()).map(({ text }) => text).filter(Boolean)).toEqual(['Please send the permission.']);
});
