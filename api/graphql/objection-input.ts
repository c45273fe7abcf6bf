import { submitObjectionInput } from '../../schema/objection/submission.ts';
import { builder } from './builder.ts';

export const SubmitObjectionInput = builder
	.inputType('SubmitObjectionInput', {
		description: 'An objection to an announced change.',
		fields: (t) => ({
			notice: t.string({ description: "The notice's name." }),
			version: t.string({ description: 'The version objected to.' }),
			email: t.string({ description: 'Where the letter to confirm it goes.' }),
			name: t.string({ required: false, description: 'Who objects.' }),
			reason: t.string({ required: false, description: 'Why; nobody has to say.' }),
			locale: t.string({ required: false, description: 'The language of the letters.' }),
		}),
	})
	.validate(submitObjectionInput);
