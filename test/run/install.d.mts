/** The part of `install.mjs` that TypeScript calls. */
export type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean }>;
export declare function isInstalled(wanted: Packages | null, installed: Packages | null): boolean;
export declare function isNewEnough(version: string): boolean;
