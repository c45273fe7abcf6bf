import { parseReceiptCode } from '../../schema/receipt.ts';
import { signedReceipt } from '../service/signed-receipt.ts';
import { builder, open } from './builder.ts';
import { foundOrNull } from './result.ts';

builder.queryField('signedReceipt', (t) =>
	t.string({
		nullable: true,
		authScopes: open,
		description:
			'The receipt of a request or an objection as a signed JSON file, which anybody can check with the published key; null where there is none. It names nobody.',
		args: { code: t.arg.string({ description: 'The receipt code.' }) },
		resolve: async (_, args, context) => {
			const code = parseReceiptCode(args.code);
			return code && foundOrNull(await signedReceipt(context, code), context);
		},
	}),
);
