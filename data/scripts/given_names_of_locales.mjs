// SPDX-License-Identifier: MIT
// Prints the names that npm's @faker-js/faker (MIT) has for each language: locale, name, and m, f or family, one a line.
// usage: node given_names_of_locales.mjs FOLDER > locales.tsv, where FOLDER holds the unpacked package.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const { allLocales } = await import(pathToFileURL(join(process.argv[2], "dist/index.js")));
for (const [locale, { person }] of Object.entries(allLocales)) {
    for (const [gender, letter] of [["male", "m"], ["female", "f"]]) {
        for (const name of person?.first_name?.[gender] ?? []) console.log([locale, name, letter].join("\t"));
    }
    for (const names of Object.values(person?.last_name ?? {})) {
        for (const name of names ?? []) console.log([locale, name, "family"].join("\t"));
    }
}
