import { isScenarioName, type ScenarioName } from './scenarios';

/** What the playground shows, as it stands in an address. */
export interface Choice {
  readonly scenario: ScenarioName;
  /** A folder of `_locales`. */
  readonly locale: string;
  readonly scheme: Scheme;
  /** CSS pixels, or as wide as the window. */
  readonly width: Width;
}

export const SCHEMES = ['system', 'light', 'dark'] as const;
export const WIDTHS = ['320', '380', '460', '560', 'full'] as const;

type Scheme = (typeof SCHEMES)[number];
type Width = (typeof WIDTHS)[number];

/** Reads the part of an address behind `?` or `#`; what it does not say, or says wrongly, is as most people have it. */
export function readChoice(text: string): Choice {
  const said = new URLSearchParams(text);
  const [scenario, scheme, width] = ['scenario', 'scheme', 'width'].map((name) => said.get(name) ?? '');
  return {
    scenario: scenario !== undefined && isScenarioName(scenario) ? scenario : 'typical',
    locale: said.get('locale') ?? 'en',
    scheme: SCHEMES.find((each) => each === scheme) ?? 'system',
    width: WIDTHS.find((each) => each === width) ?? '380',
  };
}

/** The choice as {@link readChoice} reads it, without the sign before it. */
export function writeChoice(choice: Choice): string {
  return new URLSearchParams({ ...choice }).toString();
}
