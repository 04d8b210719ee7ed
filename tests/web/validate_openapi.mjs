// Checks the OpenAPI document the program prints against the OpenAPI 3.1 schema.
// Usage: node validate_openapi.mjs path/to/quorate

import { Validator } from "@seriousme/openapi-schema-validator";
import { execFileSync } from "node:child_process";

const text = execFileSync(process.argv[2], ["acts", "--openapi"], { maxBuffer: 64 << 20 }).toString();
const document = JSON.parse(text);
const validator = new Validator();
const result = await validator.validate(document);
if (!result.valid) {
    console.error("The document is not OpenAPI 3.1:", JSON.stringify(result.errors, null, 2));
    process.exit(1);
}
if (validator.version !== "3.1") {
    console.error(`The document says version ${validator.version}, not 3.1`);
    process.exit(1);
}
console.log(`OpenAPI ${document.openapi}: ${Object.keys(document.paths).length} paths, `
    + `${Object.keys(document.components.schemas).length} schemas`);
