import { describe, expect, test } from "vitest";
import { passwordIssue } from "@/lib/auth/accounts/passwords";

const about = ["Ada Lovelace", "ada.lovelace@example.org"];

describe("a new password", () => {
  test.each([
    "correct horse battery",
    "пароль из слов",
    "twelve chars",
    "密码密码一二三四五六七八",
    "lovelace wrote the first program",
    "guizhou wires 2019",
  ])("“%s” will do", async (password) => expect(await passwordIssue(password, about)).toBeNull());

  test.each([
    ["eleven char", /too short/],
    ["", /too short/],
    ["🂡🂢🂣🂤🂥🂦", /too short/],
    ["aaaaaaaaaaaaaaaa", /repeats/],
    ["abababababababab", /repeats/],
    ["lovelacelovelace", /your own name/],
    ["Ada Lovelace", /your own/],
    ["ada.lovelace@example.org", /your own/],
    ["LOVELACE12345", /your own/],
    ["password1234", /many people use/],
    ["P@ssw0rd1234", /many people use/],
    ["iloveyou2024!", /many people use/],
    ["qwertyuiop12", /easy to guess/],
    ["123456789012", /easy to guess/],
    ["administrator", /easy to guess/],
    ["footnotefootnote", /easy to guess/],
    ["x".repeat(60) + "abcdefgh".repeat(10), /too long/],
  ])("“%s” will not", async (password, reason) => expect(await passwordIssue(password, about)).toMatch(reason));
});
