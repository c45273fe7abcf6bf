import type { PlainDate } from '../../../schema/time.ts';
import type { RightName } from '../../api/answers.ts';
import type { Operation } from '../../api/operations.ts';

export interface Recorded {
	__typename: 'RightsReceipt';
	code: string;
	rightsRequests: { id: string; right: RightName; dueOn: PlainDate }[];
}

export const recordRequest: Operation<{ input: Record<string, unknown> }, Recorded> = {
	field: 'recordRightsRequest',
	text: `mutation RecordRequest($input: RecordRightsRequestInput!) { recordRightsRequest(input: $input) {
		__typename
		... on RightsReceipt { code rightsRequests { id right dueOn } }
		... on Refusal { code message path }
		... on InvalidInput { issues { path message } }
	} }`,
};
