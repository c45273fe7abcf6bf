export const packageStatuses = ['READY', 'EXPIRED', 'REVOKED'] as const;
export type PackageStatus = (typeof packageStatuses)[number];

/** For how many days a package can be downloaded; then it is destroyed. */
export const packageDays = 30;

/** How large a package can be, in bytes. */
export const largestPackage = 20 * 1024 * 1024;
