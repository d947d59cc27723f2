import { beforeAll, expect, test } from "vitest";
import { apiAs } from "@/tests/setup/data/api";
import { RACES, type Racers } from "@/tests/setup/data/races";
import { makeSignedIn } from "@/tests/setup/site/browsing";
import { makePerson } from "@/tests/setup/site/people";

let racers: Racers;

beforeAll(async () => {
  const editor = apiAs((await makePerson("editor")).headers);
  const admins = [await makeSignedIn("admin"), await makeSignedIn("admin")] as const;
  const [one, other] = admins.map(({ browser }) => apiAs(Object.fromEntries(browser.request("/").headers)));
  if (one === undefined || other === undefined) throw new Error("There are two admins");
  racers = { editors: [editor, editor], admins: [one, other], adminIds: [admins[0].id, admins[1].id] };
});

test.each(RACES)("%s", async (_, race) => {
  expect.hasAssertions();
  await race(racers);
});
