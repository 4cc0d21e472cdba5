// SPDX-License-Identifier: MIT
// Prints the given names that npm's @faker-js/faker (MIT) has for each language: locale, name, m or f, one a line.
// usage: node given_names_of_locales.mjs FOLDER > locales.tsv, where FOLDER holds the unpacked package.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const { allLocales } = await import(pathToFileURL(join(process.argv[2], "dist/index.js")));
for (const [locale, { person }] of Object.entries(allLocales)) {
    for (const [gender, letter] of [["male", "m"], ["female", "f"]]) {
        for (const name of person?.first_name?.[gender] ?? []) console.log([locale, name, letter].join("\t"));
    }
}
