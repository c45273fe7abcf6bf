import { type WithheldKind, withheldWords } from './vocabulary.ts';

/** Whether digits are a card number by their check digit (ISO/IEC 7812-1). */
const isCard = (text: string): boolean => {
	const digits = [...text.replace(/\D/g, '')].reverse().map(Number);
	const sum = digits.reduce((total, digit, place) => {
		const doubled = place % 2 ? digit * 2 : digit;
		return total + (doubled > 9 ? doubled - 9 : doubled);
	}, 0);
	return sum % 10 === 0;
};

/** Whether it is an IBAN by its check digits (ISO 13616). */
const isIban = (text: string): boolean => {
	const plain = text.replaceAll(' ', '');
	const digits = [...plain.slice(4), ...plain.slice(0, 4)].map((it) => Number.parseInt(it, 36)).join('');
	return BigInt(digits) % 97n === 1n;
};

const always = () => true;

/** What such a datum looks like wherever it stands; `is` decides among what looks like it. */
const patterns: readonly { kind: WithheldKind; pattern: RegExp; is: (text: string) => boolean }[] = [
	{ kind: 'financialAccount', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, is: isIban },
	{ kind: 'financialAccount', pattern: /\b\d(?:[ -]?\d){12,18}\b/g, is: isCard },
	{ kind: 'governmentId', pattern: /\b\d{3}[- ]\d{2}[- ]\d{4}\b/g, is: always },
	// The forms in which passwords are kept: crypt, bcrypt, scrypt, argon2, PBKDF2.
	{ kind: 'password', pattern: /\$(?:[156]|2[abxy]|7|y|scrypt|argon2(?:id|i|d)|pbkdf2[\w-]*)\$[^\s"']+/g, is: always },
];

/** What stands in the place of a datum that is never disclosed. */
export const heldStatement = (kind: WithheldKind): string => `[Held, never disclosed: ${withheldWords[kind]}]`;

/** A text without anything that looks like what may never be disclosed; such data that are stated as held. */
const withholdFrom = (text: string): string =>
	patterns.reduce(
		(left, { kind, pattern, is }) => left.replace(pattern, (found) => (is(found) ? heldStatement(kind) : found)),
		text,
	);

/** A value of JSON with every text and number in it, keys too, without what may never be disclosed. */
export const withhold = (value: unknown): unknown => {
	if (typeof value === 'string') return withholdFrom(value);
	if (typeof value === 'number')
		return withholdFrom(String(value)) === String(value) ? value : withholdFrom(String(value));
	if (Array.isArray(value)) return value.map(withhold);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, it]) => [withholdFrom(key), withhold(it)]));
};
