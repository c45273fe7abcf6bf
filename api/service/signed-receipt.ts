import { hashOfCode, type SignedReceipt } from '../../schema/evidence/signed-receipt.ts';
import type { SigningKey } from '../../schema/provenance/keys.ts';
import { signedText } from '../../schema/provenance/signed.ts';
import type { ReceiptCode } from '../../schema/receipt.ts';
import type { RequestEvent } from '../domain/request.ts';
import { readStream } from '../store/events.ts';
import { receiptByCodeHash } from '../store/receipts.ts';
import { requestsByReceipt } from '../store/requests.ts';
import type { ReceiptRow } from '../store/tables.ts';
import type { ReadTx } from '../store/transactions.ts';
import { knownNotice, knownVersion } from './content.ts';
import type { Caller } from './environment.ts';
import { countCodeLookup } from './limits.ts';
import { done, type Result, refused } from './result.ts';

/** What was asked for, as it was due at receipt: an extension afterwards changes nothing in a receipt. */
const rightsOf = async (tx: ReadTx, receiptId: string): Promise<SignedReceipt['rights']> => {
	const rights: SignedReceipt['rights'] = [];
	for (const { id } of await requestsByReceipt(tx, receiptId)) {
		const [first] = await readStream<RequestEvent>(tx, { kind: 'request', id });
		if (first?.type === 'requestSubmitted')
			rights.push({ right: first.right, dueOn: first.dueOn, cite: first.dueCite });
	}
	return rights;
};

const textsOf = (caller: Caller, { notice: slug, version: id }: ReceiptRow): SignedReceipt['texts'] => {
	const notice = knownNotice(caller, slug);
	const editions = (notice && knownVersion(notice, id, caller.now))?.editions ?? {};
	return (notice?.locales ?? []).flatMap((locale) => {
		const edition = editions[locale];
		return edition ? [{ locale, sha256: edition.sha256 }] : [];
	});
};

/** A receipt as a signed file, by its code; asked for again, it says the same. */
export const signedReceipt = (
	caller: Caller & { publicUrl: string; signingKey: SigningKey },
	code: ReceiptCode,
): Promise<Result<string>> =>
	caller.store.write(async (trx) => {
		const tooMany = await countCodeLookup(trx, caller);
		if (tooMany) return tooMany;
		const receipt = await receiptByCodeHash(trx, caller.store.vault.codeHash(code));
		if (!receipt) return refused('UNKNOWN_CODE', ['code']);
		const said: SignedReceipt = {
			format: 'noticekeeper-receipt-1',
			site: caller.publicUrl,
			kind: receipt.kind,
			code: hashOfCode(code),
			receivedAt: receipt.receivedAt,
			notice: receipt.notice,
			version: receipt.version,
			texts: textsOf(caller, receipt),
			rights: await rightsOf(trx, receipt.id),
		};
		return done(signedText(said, caller.signingKey));
	});
