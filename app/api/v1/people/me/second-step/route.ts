import { answerAccountInput, doneAnswer } from "@/lib/api/account-handlers";
import { withCookies } from "@/lib/auth/forms";
import { beginSecondStep, endSecondStep } from "@/lib/auth/own-account";
import { dataAnswer } from "@/lib/http/answers";
import { passwordOnly } from "@/lib/schemas/people";

/** Begins a second step: {password} -> {address, drawing, backupCodes}, shown once. It is on when …/code was given a first code. */
export function POST(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", passwordOnly, async (person, { password }) =>
    dataAnswer(await beginSecondStep(request, person, password), 201),
  );
}

/** Turns the second step off: {password}. */
export function DELETE(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", passwordOnly, async (person, { password }) =>
    withCookies(doneAnswer(), await endSecondStep(request, person, password)),
  );
}
