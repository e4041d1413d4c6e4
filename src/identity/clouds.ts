/** The hosts of one Microsoft cloud: origins without a trailing slash. */
export interface Cloud {
  readonly loginOrigin: string;
  readonly graphOrigin: string;
}

/**
 * Every host that the extension ever talks to. Configuration names a row, never a host.
 * @see https://learn.microsoft.com/graph/deployments
 */
const MICROSOFT_CLOUDS = {
  global: { loginOrigin: 'https://login.microsoftonline.com', graphOrigin: 'https://graph.microsoft.com' },
  'us-gov-l4': { loginOrigin: 'https://login.microsoftonline.us', graphOrigin: 'https://graph.microsoft.us' },
  'us-gov-dod': {
    loginOrigin: 'https://login.microsoftonline.us',
    graphOrigin: 'https://dod-graph.microsoft.us',
  },
  china: {
    loginOrigin: 'https://login.partner.microsoftonline.cn',
    graphOrigin: 'https://microsoftgraph.chinacloudapi.cn',
  },
} as const satisfies Record<string, Cloud>;

/** `local` is the emulator and exists in `local` builds only. */
export type CloudName = keyof typeof MICROSOFT_CLOUDS | 'local';

/** The rows of this build. */
export const clouds: Readonly<Partial<Record<CloudName, Cloud>>> = __LOCAL__
  ? {
      ...MICROSOFT_CLOUDS,
      local: { loginOrigin: __LOCAL__.loginOrigin, graphOrigin: __LOCAL__.graphOrigin },
    }
  : MICROSOFT_CLOUDS;

/** True for the name of a cloud that this build knows; names of an object's prototype are none. */
export function isCloudName(name: string): name is CloudName {
  return Object.hasOwn(clouds, name);
}

/** The names of this build's clouds, in the order in which a person is offered them. */
export const cloudNames: readonly CloudName[] = Object.keys(clouds).filter(isCloudName);

/** The cloud of that name; undefined for a name that this build does not know. */
export function findCloud(name: string): Cloud | undefined {
  return isCloudName(name) ? clouds[name] : undefined;
}
