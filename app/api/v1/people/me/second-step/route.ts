import { answerAccountInput, doneResponse } from "@/lib/api/account-handlers";
import { beginSecondStep, endSecondStep } from "@/lib/auth/accounts/own-account";
import { withCookies } from "@/lib/auth/forms";
import { jsonResponse } from "@/lib/http/responses";
import { passwordOnly } from "@/lib/schemas/people";

/** Begins a second step: {password} -> {address, drawing, backupCodes}, shown once. It is on when …/code was given a first code. */
export function POST(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", passwordOnly, async (person, { password }) =>
    jsonResponse(await beginSecondStep(request, person, password), 201),
  );
}

/** Turns the second step off: {password}. */
export function DELETE(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", passwordOnly, async (person, { password }) =>
    withCookies(doneResponse(), await endSecondStep(request, person, password)),
  );
}
