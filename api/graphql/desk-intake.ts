import { recordRightsRequestInput } from '../../schema/request/desk.ts';
import { recordRightsRequest } from '../service/request-intake.ts';
import { builder, needs } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { IntakeMannerEnum, PopulationEnum, RequesterEnum, RightEnum } from './enums.ts';
import { plainUnion, validated } from './plain-union.ts';
import { member } from './result.ts';
import { ReceiptType } from './rights-request.ts';
import { CorrectionInput, correctionsField, periodFields } from './rights-request-input.ts';

const RecordInput = builder.inputType('RecordRightsRequestInput', {
	description: 'A request that came otherwise than by the form.',
	fields: (t) => ({
		population: t.field({ type: PopulationEnum, description: 'How the person knows the organisation.' }),
		rights: t.field({ type: [RightEnum], description: 'What is asked for.' }),
		requester: t.field({ type: RequesterEnum, required: false, description: 'Who asks; SELF where absent.' }),
		manner: t.field({ type: IntakeMannerEnum, description: 'EMAIL, TELEPHONE, POST or IN_PERSON.' }),
		receivedOn: t.field({ type: 'Date', description: 'When it came; all dates count from that day.' }),
		email: t.string({ required: false, description: 'Where letters go; without it and `post`, nobody is written to.' }),
		post: t.string({
			required: false,
			description: 'The postal address, line by line, where there is no e-mail address: letters are printed for it.',
		}),
		name: t.string({ required: false, description: 'Who asks.' }),
		onBehalfOf: t.string({ required: false, description: 'The name of the person acted for.' }),
		onBehalfOfEmail: t.string({
			required: false,
			description: 'Their own e-mail address, at which they can be asked whether an agent may act for them.',
		}),
		details: t.string({ required: false, description: 'What to look for.' }),
		...periodFields(t),
		correction: t.field({ type: CorrectionInput, required: false, description: 'What is to be corrected.' }),
		corrections: correctionsField(t),
		locale: t.string({ required: false, description: 'The language of the letters.' }),
	}),
});

builder.objectField(ReceiptType, 'rightsRequests', (t) =>
	t.field({
		type: [RightsRequestType],
		authScopes: needs('requests:read'),
		description: 'The same requests as staff and tools see them.',
		resolve: ({ requests }) => requests,
	}),
);

const RecordResult = plainUnion('RecordRightsRequestResult', 'What came of entering a request.', ReceiptType);

builder.mutationField('recordRightsRequest', (t) =>
	t.field({
		type: RecordResult,
		authScopes: needs('requests:record'),
		description:
			'Enters a request that came by mail, telephone, post or in person, also later, under the version of its day.',
		args: { input: t.arg({ type: RecordInput, description: 'The request.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(recordRightsRequestInput, args.input);
			if (!checked.ok) return checked.invalid;
			return member('RightsReceipt', await recordRightsRequest(context, checked.input));
		},
	}),
);
