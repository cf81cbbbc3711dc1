import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const here = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export default defineConfig({
  root: here,
  base: '/',
  define: { 'import.meta.env.VITE_LATCHKEY_VERSION': JSON.stringify(version) },
  build: {
    outDir: '../dist/authenticator',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // no-eval.ts goes before all schemas, also those that share a chunk with a lazy screen.
    rolldownOptions: { output: { strictExecutionOrder: true } },
  },
  server: { proxy: { '/v1': process.env.DEVICE_API_URL ?? 'http://localhost:8082' } },
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Latchkey Authenticator',
        short_name: 'Latchkey',
        description: 'Your authentication tokens, and the way to get them back.',
        start_url: '/',
        display: 'standalone',
        orientation: 'portrait',
        theme_color: '#0f5c5c',
        background_color: '#f3f6f4',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      includeManifestIcons: false,
      workbox: {
        // From the first opening on: a phone may lose its network before the second.
        clientsClaim: true,
        // Everything, the reader of QR codes included: the app shows codes without a network.
        globPatterns: ['**/*.{html,js,css,svg,png,wasm,webmanifest}'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        // The one page is `/`; whatever else stands behind this origin is the server's business.
        navigateFallbackAllowlist: [/^\/$/],
        inlineWorkboxRuntime: true,
      },
    }),
  ],
});
