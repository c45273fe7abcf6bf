/** Whether a text can be the id of a record: what callers send in place of one may be text that no database takes. */
export const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);
