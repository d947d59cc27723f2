import { z } from "zod";
import { INPUTS, type Resource } from "@/lib/schemas/resources";

/** Schema of a field as it is told, from that by which it is read: a key in place of what it refers to, null where it may be empty. */
function told(schema: z.ZodType): z.ZodType {
  const plain = toldPlain(schema);
  return schema.safeParse(null).success ? plain.nullable() : plain;
}

function toldPlain(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return toldPlain(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPipe) return toldPlain(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return toldPlain(schema.options[0] as z.ZodType);
  if (schema instanceof z.ZodArray) return z.array(told(schema.element as z.ZodType));
  if (schema instanceof z.ZodObject) return z.strictObject(toldShape(schema.shape));
  if (schema instanceof z.ZodEnum) return z.enum(schema.options.map(String));
  return schema instanceof z.ZodNumber ? z.number() : z.string();
}

const toldShape = (shape: Readonly<Record<string, z.ZodType>>) =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, told(schema)]));

/** A record of a resource as the API tells it: what an editor says of it, its key and version, where it stands, and the names behind its keys. */
export function recordSchema(resource: Resource): z.ZodObject {
  const { slug: _, status, ...shape } = INPUTS[resource].shape as Readonly<Record<string, z.ZodType>>;
  const standing =
    status === undefined ? { retracted: z.boolean() } : { status: z.enum(["draft", "published", "retracted"]) };
  return z
    .strictObject({
      ...toldShape(shape),
      ...standing,
      ...(resource === "figures"
        ? { recordedAt: z.iso.datetime() }
        : resource === "regions"
          ? {}
          : { slug: z.string() }),
      key: z.string().describe("Its key in addresses."),
      version: z.int().describe("Raised by one at each change."),
      labels: z.record(z.string(), z.string()).describe("Names behind keys, by the path of the field."),
      listed: z.boolean().optional().describe("False for what came with a draft; readers do not see it."),
      knownOn: z.string().optional().describe("The day as of which it is told."),
    })
    .meta({ id: `${resource[0]?.toUpperCase()}${resource.slice(1)}Record` });
}
