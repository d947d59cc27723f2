import { z } from "zod";

const keys = z.array(z.string().max(200)).max(500, "ask for at most 500");

const question = z.strictObject({
  id: keys,
  metric: z.string().max(200).optional(),
  region: keys,
  source: z.string().max(200).optional(),
});

/**
 * What a download asks for: figures by key (`id`, repeated or separated by commas), or those of a metric, of regions, of a
 * source. Anything else is refused with a message that says what may be asked: a misspelt question must not answer with everything.
 */
export function parseFiguresFile(
  parameters: URLSearchParams,
):
  | { readonly success: true; readonly data: z.output<typeof question> }
  | { readonly success: false; readonly message: string } {
  const list = (name: string) =>
    parameters
      .getAll(name)
      .flatMap((value) => value.split(","))
      .filter((value) => value !== "");
  const rest = Object.fromEntries([...parameters].filter(([name]) => name !== "id" && name !== "region"));
  const result = question.safeParse({ ...rest, id: list("id"), region: list("region") });
  if (result.success) return { success: true, data: result.data };
  const [issue] = result.error.issues;
  return {
    success: false,
    message: `${issue?.path.join(".") ?? ""} ${issue?.message}. Ask with id, metric, region or source.`.trim(),
  };
}
