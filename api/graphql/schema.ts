import { builder } from './builder.ts';
import './change-codes.ts';
import './scalars.ts';
import './refusal.ts';
import './query.ts';
import './mutation.ts';
import './notice.ts';
import './notice-version.ts';
import './notice-version-text.ts';
import './incorporated-section.ts';
import './version-change.ts';
import './category.ts';
import './commitments.ts';
import './commitment-terms.ts';
import './redline.ts';
import './objection-window.ts';
import './subscription.ts';
import './objection.ts';
import './rights-request.ts';
import './lost-codes.ts';
import './desk-request.ts';
import './desk-actions.ts';
import './notice-events.ts';
import './desk-objection.ts';
import './audience.ts';

/** The whole schema; importing it fails where a field declares no scope. */
export const schema = builder.toSchema();
