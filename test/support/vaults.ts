import { createSecretKey, randomBytes } from 'node:crypto';
import { deriveKeys } from '../../api/store/derive-keys.ts';
import { createVault } from '../../api/store/vault.ts';

export const newDataKeys = () => deriveKeys(randomBytes(32));
export const newIndexKey = () => createSecretKey(randomBytes(32));

/** A vault under keys that no other has. */
export const newVault = () => createVault({ sealing: newDataKeys(), former: null }, newIndexKey());
