/** What a browser or a person can have standing: no sale or sharing, and limited use of sensitive information. */
export const standingChoices = ['OPT_OUT', 'LIMIT'] as const;
export type StandingChoice = (typeof standingChoices)[number];

/** What told us of an opt-out: the browser's signal, or the choice itself. */
export const optOutSources = ['SIGNAL', 'CHOICE'] as const;
export type OptOutSource = (typeof optOutSources)[number];

/** What a choice stands for: the browser it was made in, or the person whose address was given. */
export const preferenceKinds = ['BROWSER', 'PERSON'] as const;
export type PreferenceKind = (typeof preferenceKinds)[number];

/** Minutes for which the question whether to allow something again can be answered. */
export const optInMinutes = 60;

/** What others are told of choices; a signal tells them the same as an opt-out of everything. */
export const choiceEventTypes = ['optOutRecorded', 'limitRecorded', 'optInRecorded'] as const;
export type ChoiceEventType = (typeof choiceEventTypes)[number];
