import { readTrace, type Trace } from './failure';

/** Where a directory's answer may say it: by the names of a JSON body, or in the words of every description. */
export interface Traceable {
  readonly correlation_id?: unknown;
  readonly trace_id?: unknown;
  readonly timestamp?: unknown;
  readonly description: string;
}

/**
 * The {@link Trace} of an answer. A part that is not what it should be is left out, so that nothing else can come along.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-response-1
 */
export function findTrace({ correlation_id, trace_id, timestamp, description }: Traceable): Trace {
  const said = (pattern: RegExp) => pattern.exec(description)?.[1];
  return {
    ...readTrace({ correlationId: correlation_id ?? said(/Correlation ID: ([\w-]+)/) }),
    ...readTrace({ traceId: trace_id ?? said(/Trace ID: ([\w-]+)/) }),
    ...readTrace({ timestamp: timestamp ?? said(/Timestamp: ([\d-]+ [\d:]+Z)/) }),
  };
}
