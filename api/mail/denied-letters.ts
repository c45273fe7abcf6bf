import type { Version } from '../../schema/notice/model.ts';
import { readDecided } from '../../schema/request/decision.ts';
import type { RequestRow } from '../store/tables.ts';
import type { PersonalData } from '../store/vault.ts';
import type { LetterScope } from './context.ts';
import type { Letter, LetterBody } from './letter.ts';
import type { DeniedInput } from './letters/denial-parts.ts';
import type { RequestRefusedInput } from './letters/request-refused.ts';
import { itemNames, type LoadedRequests, saidInput } from './loaded-requests.ts';
import { pageUrl } from './places.ts';

const isSold = ({ revision }: Version) => revision.categories.some(({ soldOrShared }) => soldOrShared.answer !== 'no');

const deniedOf = (row: RequestRow, personal: PersonalData): DeniedInput => ({
	...row,
	items: itemNames(row, personal),
	ground: row.ground && { key: row.ground, cite: row.groundCite ?? '' },
	denials: readDecided(row).denials,
});

/** Writes a letter that names every ground of a refusal. */
export const deniedBody =
	(kind: 'request-refused' | 'request-partly', letter: Letter<RequestRefusedInput>) =>
	(scope: LetterScope, loaded: LoadedRequests): LetterBody => {
		const input = {
			...saidInput(loaded, kind),
			requests: loaded.requests.map((row) => deniedOf(row, loaded.personal)),
			choicesUrl: isSold(loaded.place.version) ? pageUrl(scope, loaded.locale, '/choices/') : null,
		};
		return letter[loaded.locale](input, loaded.words);
	};
