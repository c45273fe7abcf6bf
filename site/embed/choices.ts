type Choice = 'OPT_OUT' | 'LIMIT';
type By = 'SIGNAL' | 'CHOICE' | 'UNKNOWN';

/** What holds on the page that asks. */
interface State {
	optedOut: boolean;
	/** UNKNOWN where the notices' server did not answer, which counts as an opt-out. */
	optedOutBy: By | null;
	recipients: string[];
	limited: boolean;
	signal: boolean;
}

/** This site's own copy of the choices; `consentedAt`: when sale and sharing were allowed in spite of the signal. */
interface Copy {
	optedOutBy: 'SIGNAL' | 'CHOICE' | null;
	recipients: string[];
	limited: boolean;
	consentedAt: number | null;
}

// The address is read while the script runs; later it is nobody's current one.
const home = new URL((document.currentScript as HTMLScriptElement).src).origin; // It is a classic script, so it has one.
const key = 'noticekeeper/choices';
const consentMs = 365 * 86_400_000;
const none: Copy = { optedOutBy: null, recipients: [], limited: false, consentedAt: null };

let copy: Copy = none;
try {
	copy = { ...none, ...JSON.parse(localStorage.getItem(key) ?? '{}') };
} catch {
	// A browser that keeps nothing is asked anew on each page.
}

const keep = (change: Partial<Copy>): void => {
	copy = { ...copy, ...change };
	try {
		localStorage.setItem(key, JSON.stringify(copy));
	} catch {
		// As above.
	}
};

/** Null where the notices' server does not answer in three seconds. */
const asked: Promise<State | null> = fetch(`${home}/embed/choices.json`, {
	credentials: 'same-origin',
	referrerPolicy: 'no-referrer',
	signal: AbortSignal.timeout(3000),
})
	.then((answer) => (answer.ok ? answer.json() : null))
	.catch(() => null);

const signalHere = (): boolean => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true; // Not in the types yet.
const consents = (): boolean => copy.consentedAt !== null && Date.now() < copy.consentedAt + consentMs;

/** What holds now; asks the notices' server once, and waits for it. */
const optOutState = async (): Promise<State> => {
	const answer = await asked;
	const signal = signalHere() || answer?.signal === true;
	if (signal && !copy.optedOutBy && !consents()) keep({ optedOutBy: 'SIGNAL' });
	const by: By | null =
		copy.optedOutBy ?? (answer === null ? 'UNKNOWN' : answer.optedOut && !signal ? answer.optedOutBy : null);
	return {
		optedOut: by !== null,
		optedOutBy: by,
		recipients: [...new Set([...copy.recipients, ...(answer?.recipients ?? [])])],
		limited: copy.limited || answer?.limited === true,
		signal,
	};
};

/** Whether something may be sold to or shared with a recipient, named by its key in the notice in force. */
const mayShareWith = async (recipient: string): Promise<boolean> => {
	const { optedOut, recipients } = await optOutState();
	return !optedOut && !recipients.includes(recipient);
};

/** Stops sale and sharing on this site at once: with everybody, or with the recipients named. */
const optOut = (recipients?: string[]): void =>
	recipients
		? keep({ recipients: [...new Set([...copy.recipients, ...recipients])] })
		: keep({ optedOutBy: 'CHOICE', consentedAt: null });

/** Limits the use of sensitive information on this site at once. */
const limit = (): void => keep({ limited: true });

/** First of two steps: nothing changes until `confirm` of the answer is called. Say beside it that a signal says the opposite. */
const askToOptIn = (choice: Choice) => {
	const signal = signalHere();
	const confirm = (): void =>
		choice === 'LIMIT'
			? keep({ limited: false })
			: keep({ optedOutBy: null, recipients: [], consentedAt: signal ? Date.now() : null });
	return { choice, signal, confirm };
};

// What the notices' own page sends along. It can say no and never yes, since anybody can write a link.
const brought = /^#noticekeeper=([a-z,-]+)$/.exec(location.hash)?.[1]?.split(',') ?? [];
if (brought.includes('opted-out')) optOut();
if (brought.includes('limited')) limit();
if (brought.length > 0) history.replaceState(history.state, '', location.pathname + location.search);

Object.assign(window, {
	noticekeeper: { optOutState, mayShareWith, optOut, limit, askToOptIn, choicesUrl: `${home}/choices/` },
});
