/** Origins and ids of the emulator; an object in `local` builds, null (and compiled away) in production builds. */
declare const __LOCAL__: {
  readonly graphOrigin: string;
  readonly loginOrigin: string;
  readonly clientId: string;
  readonly tenantId: string;
} | null;

/** The client id that the builder chose (`DEFAULT_CLIENT_ID`), null where the person must name one. */
declare const __DEFAULT_CLIENT_ID__: string | null;

declare module '*.module.css' {
  const names: Readonly<Record<string, string>>;
  export default names;
}

declare module '*.css';
