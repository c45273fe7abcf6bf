import { type FormsText, formsEn } from './forms-en.ts';
import { formsEs } from './forms-es.ts';
import { type ObjectionsText, objectionsEn } from './objections-en.ts';
import { objectionsEs } from './objections-es.ts';
import { type RequestsText, requestsEn } from './requests-en.ts';
import { requestsEs } from './requests-es.ts';
import { type SubscriptionsText, subscriptionsEn } from './subscriptions-en.ts';
import { subscriptionsEs } from './subscriptions-es.ts';

/** What forms and the pages after them say in one language. */
interface FormTexts {
	forms: FormsText;
	requests: RequestsText;
	objections: ObjectionsText;
	subscriptions: SubscriptionsText;
}

const en: FormTexts = {
	forms: formsEn,
	requests: requestsEn,
	objections: objectionsEn,
	subscriptions: subscriptionsEn,
};
const es: FormTexts = {
	forms: formsEs,
	requests: requestsEs,
	objections: objectionsEs,
	subscriptions: subscriptionsEs,
};

const texts: Record<string, FormTexts> = { en, es };

/** What forms say in a language; English where they do not speak it. */
export const formTexts = (locale: string): FormTexts => texts[locale] ?? en;
