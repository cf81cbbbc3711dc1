import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { openApiDocument } from '../openapi.ts';

/** Writes openapi.json, which is committed so that a change of the API is seen in review; a test fails when it is stale. */
await writeFile('openapi.json', await format(JSON.stringify(openApiDocument()), { parser: 'json', printWidth: 120 }));
