import { errorAnswer } from "@/lib/http/answers";

/** Thrown while a request is read that cannot be understood; `response` says why. */
export class BadRequest extends Error {
  readonly response: Response;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.response = errorAnswer(status, code, message, { headers });
  }
}
