import { z } from 'zod';
import { sha256OfBytes } from '../provenance/canonical.ts';
import type { ReceiptCode } from '../receipt.ts';
import { hash } from '../source/ledger.ts';
import { instantField } from '../time.ts';

/** What was received when, under which text, and what is due when. It names nobody. */
const signedReceipt = z.strictObject({
	format: z.literal('noticekeeper-receipt-1'),
	site: z.string(),
	kind: z.enum(['request', 'objection']),
	/** SHA-256 of the receipt code, as it is printed: whoever has the code shows that the receipt is theirs. */
	code: hash,
	receivedAt: instantField,
	notice: z.string(),
	version: z.string(),
	/** The text of that version in each language, by the hash in the ledger. */
	texts: z.array(z.strictObject({ locale: z.string(), sha256: hash })),
	/** As it was due when it was received; empty for an objection. */
	rights: z.array(z.strictObject({ right: z.string(), dueOn: z.string(), cite: z.string() })),
});
export type SignedReceipt = z.output<typeof signedReceipt>;

/** What stands in a receipt in place of its code. */
export const hashOfCode = (code: ReceiptCode): string => sha256OfBytes(Buffer.from(code, 'utf8'));
