import { expect, it } from 'vitest';
import { letterFor, lettersFor } from '../../api/domain/letters.ts';
import { letterKinds } from '../../schema/letters.ts';

it('has an event for every kind of letter, save those that a publication, a link asked for, a question to somebody else, a package, a lost code or a sign-in causes', () => {
	const caused = new Set<string | null>(Object.values(letterFor));
	expect(letterKinds.filter((kind) => !caused.has(kind))).toEqual([
		'request-messages-link',
		'consumer-asked',
		'package-ready',
		'codes',
		'sign-in',
		'objection-overtaken',
		'change-announced',
		'change-in-force',
		'change-withdrawn',
		'change-digest',
	]);
});

it('sends one letter of a kind for all rights of a submission', () => {
	expect(
		lettersFor([
			{ type: 'requestConfirmed' },
			{ type: 'requestLimited' },
			{ type: 'requestConfirmed' },
			{ type: 'requestVerified' },
		]),
	).toEqual(['request-confirmed', 'request-limit']);
});
