import { idempotencyKeyField } from '../../schema/fields.ts';

/** The argument of a mutation that records once what is sent twice. */
export const idempotencyKeyArg = {
	required: false,
	description:
		'1 to 255 characters that nobody else can guess, made anew for each form. The same input sent again with it within 24 hours is recorded once and gets the first answer; another input is refused with KEY_REUSED.',
	validate: idempotencyKeyField.nullish(),
} as const;
