import { z } from 'zod';
import { fieldWords } from '../field-words.ts';
import { idempotencyKeyField, optional, tokenField, wordsField } from '../fields.ts';
import { rights } from '../notice/vocabulary.ts';
import { receiptCodeField } from '../receipt.ts';
import type { Instant } from '../time.ts';

/** Who wrote a message: the person who asked, or staff. */
export const authors = ['PERSON', 'STAFF'] as const;
export type Author = (typeof authors)[number];

/** What a file can be, told from its first bytes; nothing else is taken. */
export const fileTypes = ['PDF', 'PNG', 'JPEG'] as const;
export type FileType = (typeof fileTypes)[number];

const beginnings: Record<FileType, readonly number[]> = {
	PDF: [0x25, 0x50, 0x44, 0x46, 0x2d],
	PNG: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
	JPEG: [0xff, 0xd8, 0xff],
};

/** What a file is by its first bytes, whatever its name says; null where it is none of those that are taken. */
export const fileTypeOf = (bytes: Uint8Array): FileType | null =>
	fileTypes.find((type) => beginnings[type].every((byte, index) => bytes[index] === byte)) ?? null;

/** Bytes that one file has at most. */
export const maxFileBytes = 10 * 1024 * 1024;
/** Files that one message has at most. */
export const maxFiles = 3;
/** Messages that a person can write about one request. */
export const maxMessages = 50;
/** Days for which the link of a letter shows the messages of a request. */
export const messageLinkDays = 7;

/** A file as its message tells of it; `id` names its bytes. */
export interface MessageFile {
	id: string;
	type: FileType;
	bytes: number;
}

/** One message about a request. Its words stand sealed with what the person sent. */
export interface MessageFacts {
	id: string;
	from: Author;
	at: Instant;
	files: readonly MessageFile[];
}

/** The request whose messages are to be read, by the receipt it belongs to. */
export const askForMessagesInput = z.object({
	code: receiptCodeField,
	right: z.enum(rights, fieldWords.choiceUnknown),
});

/** What a person writes; `message` may be missing where files come with it. `key` makes the same sent again one message. */
export const replyInput = z.object({
	token: tokenField,
	message: optional(wordsField),
	key: optional(idempotencyKeyField),
});
export type Reply = z.output<typeof replyInput>;

/** What a file is called: its last part, without anything that is not text. */
export const fileName = (given: string | undefined, type: FileType): string => {
	const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
	const text = last
		.replace(/[\p{Cc}\p{Cf}"]/gu, '')
		.trim()
		.slice(-100);
	return text === '' ? `file.${type.toLowerCase()}` : text;
};
