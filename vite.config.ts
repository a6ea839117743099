import { defineConfig } from 'vite';
import { scenariosPlugin } from './scripts/scenarios-plugin.ts';

/** The page. Nothing is inlined into it, so that its Content-Security-Policy can stay `default-src 'self'`. */
export default defineConfig({
  root: 'web',
  plugins: [scenariosPlugin()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    sourcemap: true,
    rollupOptions: { input: { index: 'web/index.html', gallery: 'web/gallery.html' } },
  },
  worker: { format: 'es', plugins: () => [scenariosPlugin()] },
});
