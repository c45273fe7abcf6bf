import { codeInput } from '../../schema/objection/submission.ts';
import { tokenInput } from '../../schema/request/submission.ts';
import { builder } from './builder.ts';

export const TokenInput = builder
	.inputType('TokenInput', {
		description: 'What the link of a letter carries.',
		fields: (t) => ({ token: t.string({ description: 'The last part of the link.' }) }),
	})
	.validate(tokenInput);

export const CodeInput = builder
	.inputType('CodeInput', {
		description: 'What a receipt carries.',
		fields: (t) => ({
			code: t.string({ description: 'The receipt code, however its letters and hyphens are typed.' }),
		}),
	})
	.validate(codeInput);
