/** An answer of Graph that says no: it becomes the error envelope. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message = '', headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** 400 with a reason, for what the request layer finds wrong. */
export function badRequest(message: string): GraphRefusal {
  return new GraphRefusal(400, 'BadRequest', message);
}

/** 400 without a reason: how the profile service answers a word that it does not know. */
export function unknownError(): GraphRefusal {
  return new GraphRefusal(400, 'UnknownError');
}

/** 403 with the profile service's words. */
export function accessDenied(code: string): GraphRefusal {
  const exception = 'Microsoft.Fast.Profile.Core.Exception.ProfileAccessDeniedException';
  return new GraphRefusal(403, code, `Exception of type '${exception}' was thrown.`);
}
