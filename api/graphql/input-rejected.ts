import type { StandardSchemaV1 } from '@pothos/plugin-validation';

/** An issue as GraphQL shows it: the path below `input`, each part a text. */
export interface FieldIssue {
	path: string[];
	message: string;
}

const partsOf = (issue: StandardSchemaV1.Issue): string[] => {
	const parts = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
	return parts[0] === 'input' ? parts.slice(1) : parts;
};

/** Input that its schema refused. Thrown by the validation plugin and caught into the result union by the errors plugin. */
export class InputRejected extends Error {
	override name = 'InputRejected';
	readonly code = 'INVALID_INPUT';
	readonly issues: FieldIssue[];

	constructor(issues: readonly StandardSchemaV1.Issue[]) {
		super('Some answers need another look.');
		this.issues = issues.map((issue) => ({ path: partsOf(issue), message: issue.message }));
	}

	/** Where the first fault is. */
	get path(): string[] {
		return this.issues[0]?.path ?? [];
	}
}
