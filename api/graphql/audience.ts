import {
	audienceInput,
	type DeliveryReport,
	deliveryReportInput,
	mostAddressees,
} from '../../schema/audience/submission.ts';
import { type HandedOver, handOverAudience, recordDeliveryReport } from '../service/audience.ts';
import { builder, needs } from './builder.ts';
import { plainUnion, validated } from './plain-union.ts';
import { member } from './result.ts';

const write = needs('audience:write');

const HandedOverType = builder.objectRef<HandedOver>('AudienceHandedOver').implement({
	description: 'People are kept, sealed, until the change has taken effect.',
	fields: (t) => ({
		added: t.exposeInt('added', { authScopes: write, description: 'How many were not among them before.' }),
		known: t.exposeInt('known', { authScopes: write, description: 'How many were.' }),
	}),
});

const ReportType = builder.objectRef<DeliveryReport>('DeliveryReportRecorded').implement({
	description: 'The report of another mailer stands in the record.',
	fields: (t) => ({
		delivered: t.exposeInt('delivered', { authScopes: write, description: 'How many letters arrived.' }),
	}),
});

const HandOverResult = plainUnion('HandOverAudienceResult', 'What came of handing people over.', HandedOverType);
const ReportResult = plainUnion('RecordDeliveryReportResult', 'What came of a report.', ReportType);

const PersonInput = builder.inputType('AddresseeInput', {
	description: 'Somebody to be told.',
	fields: (t) => ({
		email: t.string({ description: 'Where to write to.' }),
		locale: t.string({ required: false, description: 'The language of the letter.' }),
	}),
});

const AudienceInput = builder.inputType('AudienceInput', {
	description: 'People whom a change affects.',
	fields: (t) => ({
		notice: t.string({ description: 'The name of the notice.' }),
		version: t.string({ description: 'The version that they are to be told of.' }),
		people: t.field({ type: [PersonInput], description: `At most ${mostAddressees} at once.` }),
	}),
});

const ReportInput = builder.inputType('DeliveryReportInput', {
	description: "What the organisation's own mailer says.",
	fields: (t) => ({
		notice: t.string({ description: 'The name of the notice.' }),
		version: t.string({ description: 'The version that people were told of.' }),
		by: t.string({ description: 'The mailer.' }),
		sentOn: t.string({ description: 'When, as a date.' }),
		sent: t.int({ description: 'How many letters left.' }),
		delivered: t.int({ description: 'How many arrived.' }),
		failed: t.int({ description: 'How many did not.' }),
		sha256: t.string({ description: 'SHA-256 of the report itself.' }),
	}),
});

builder.mutationFields((t) => ({
	handOverAudience: t.field({
		type: HandOverResult,
		authScopes: write,
		description:
			'Hands over people whom a change affects, to be told of it once; their addresses go when it is in force.',
		args: { input: t.arg({ type: AudienceInput, description: 'Whom, and of what.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(audienceInput, args.input);
			if (!checked.ok) return checked.invalid;
			return member('AudienceHandedOver', await handOverAudience(context, checked.input));
		},
	}),
	recordDeliveryReport: t.field({
		type: ReportResult,
		authScopes: write,
		description: "Records, as evidence, that the organisation's own mailer told people of a change.",
		args: { input: t.arg({ type: ReportInput, description: 'The report.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(deliveryReportInput, args.input);
			if (!checked.ok) return checked.invalid;
			return member('DeliveryReportRecorded', await recordDeliveryReport(context, checked.input));
		},
	}),
}));
