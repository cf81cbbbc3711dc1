import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { openApiDocument } from './openapi.ts';

const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const start = `window.onload = () => {
  window.SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, supportedSubmitMethods: [], validatorUrl: null });
};`;

/** The API as a document (`/openapi.json`) and as a page (`/reference`), which loads nothing from elsewhere. */
export function reference(app: Hono): void {
  const document = openApiDocument();
  app.get('/openapi.json', (c) => c.json(document));
  app.get('/reference', (c) =>
    c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <title>Latchkey API</title>
            <link rel="stylesheet" href="/reference/swagger-ui.css" />
          </head>
          <body>
            <div id="reference"></div>
            <script src="/reference/swagger-ui-bundle.js"></script>
            <script src="/reference/start.js"></script>
          </body>
        </html>`,
    ),
  );
  app.get('/reference/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript' }));
  const served = serveStatic({
    root: relative(process.cwd(), files),
    rewriteRequestPath: (path) => path.replace(/^\/reference/, ''),
  });
  app.get('/reference/swagger-ui.css', served);
  app.get('/reference/swagger-ui-bundle.js', served);
}
