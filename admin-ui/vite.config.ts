import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: '../dist/admin-ui',
    emptyOutDir: true,
    // The content security policy allows no data: addresses but images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
