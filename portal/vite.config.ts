import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: folder,
  plugins: [react()],
  build: {
    outDir: '../dist/portal',
    emptyOutDir: true,
    // An inlined asset would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/v1': process.env.PORTAL_URL ?? 'http://localhost:8080' } },
});
