import { resendCodesInput } from '../../schema/request/submission.ts';
import { resendCodes } from '../service/lost-codes.ts';
import { builder, open } from './builder.ts';
import { InputRejected } from './input-rejected.ts';
import { RefusedType } from './refusal.ts';
import { member } from './result.ts';

const ResendCodesInput = builder
	.inputType('ResendCodesInput', {
		description: 'Whose receipt codes are to be mailed again.',
		fields: (t) => ({ email: t.string({ description: 'The address they were given to.' }) }),
	})
	.validate(resendCodesInput);

const CodesResentType = builder.objectRef<{ sent: boolean }>('CodesResent').implement({
	description: 'If there are codes for this address, a letter with them is on its way.',
	fields: (t) => ({
		sent: t.exposeBoolean('sent', { authScopes: open, description: 'Always true, for known and unknown addresses.' }),
	}),
});

builder.mutationField('resendCodes', (t) =>
	t.errorUnionField({
		types: [CodesResentType, InputRejected, RefusedType],
		union: { name: 'ResendCodesResult', description: 'What came of asking for lost codes.' },
		authScopes: open,
		description: 'Has the receipt codes of an address mailed to it; the same answer for every address.',
		args: { input: t.arg({ type: ResendCodesInput, description: 'The address.' }) },
		resolve: async (_, { input }, context) => member('CodesResent', await resendCodes(context, input)),
	}),
);
