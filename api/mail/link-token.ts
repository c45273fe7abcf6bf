import { type NewToken, newToken } from '../store/tokens.ts';
import type { LetterScope } from './context.ts';

/** A fresh token for a link in a letter, kept with the others of the letters that are written together. */
export const issueToken = ({ tokens }: Pick<LetterScope, 'tokens'>, it: NewToken): string => {
	const { token, row } = newToken(it);
	tokens.push(row);
	return token;
};
