import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, clientFor, type Outcome } from '../api/ask.ts';
import type { Operation } from '../api/operations.ts';
import { issuesOf } from '../forms/issues.ts';
import { type Issue, type Values, valuesOf } from '../forms/values.ts';
import type { FieldsText } from '../text/forms-en.ts';

interface Options<Variables, Answer> {
	endpoint: string;
	operation: Operation<Variables, Answer>;
	variables: (values: Values) => Variables;
	/** Whether the browser is to send the form itself, so that the answer can give it a cookie of this site. */
	natively?: (values: Values) => boolean;
	/** What the server already found wrong. */
	issues: readonly Issue[];
	/** The page's title without what went wrong. */
	title: string;
	text: FieldsText;
}

/** Something else was recorded with the key of this form; the page that comes has a new one. */
const isKeyUsed = (outcome: Outcome<unknown>) => outcome.kind === 'refusal' && outcome.refusal.code === 'KEY_REUSED';

/** A form that says what is wrong without leaving the page; without script its `action` does the same. */
export const useForm = <Variables extends object, Answer>(options: Options<Variables, Answer>) => {
	const [issues, setIssues] = useState(options.issues);
	const [sending, setSending] = useState(false);
	const [tries, setTries] = useState(0);
	const place = useRef<HTMLDivElement>(null);

	useEffect(() => {
		if (tries === 0) return;
		document.title = options.text.error + options.title;
		place.current?.querySelector<HTMLElement>('.errors')?.focus();
	}, [tries]);

	const submit = async (event: SubmitEvent) => {
		// The handler is set on a form and on nothing else.
		const form = event.currentTarget as HTMLFormElement;
		const values = valuesOf(new FormData(form));
		if (options.natively?.(values)) return;
		event.preventDefault();
		if (sending) return;
		setSending(true);
		const outcome = await ask(clientFor(options.endpoint), options.operation, options.variables(values));
		setSending(false);
		// What is recorded is shown by the page that the form leads to without script too: sent again with its key, it is
		// recorded no second time.
		if (outcome.kind === 'answer' || isKeyUsed(outcome)) return form.submit();
		setIssues(issuesOf(outcome, options.text));
		setTries((count) => count + 1);
	};
	return { place, issues, sending, submit, fresh: tries === 0 };
};
