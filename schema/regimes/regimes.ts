import { california } from './california.ts';
import type { Regime, RegimeKey } from './regime.ts';

/** Every regime by its key. */
export const regimes: Record<RegimeKey, Regime> = { california };
