/** A promise that was not kept. */
export interface Finding {
  /** What it did to an edit; `broken` where it did nothing to one, or nothing yet. */
  readonly kind: 'lost' | 'doubled' | 'overwritten' | 'broken';
  /** What was expected, in short. */
  readonly rule: string;
  /** What was found instead. */
  readonly what: string;
}

/** An edit that neither came true nor gave way. */
export function lost(rule: string, what: string): Finding {
  return { kind: 'lost', rule, what };
}

/** The promise that a run of the model broke. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[], after: string) {
    super(findings.map(({ kind, rule, what }) => `${kind}: ${rule}\n  ${what}`).join('\n') + `\n${after}`);
    this.findings = findings;
  }
}
