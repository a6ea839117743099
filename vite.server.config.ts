import { defineConfig } from 'vite';

/** Server and command line. Dependencies stay outside the bundle and are resolved from node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rollupOptions: {
      input: {
        kept: 'server/cli/kept.ts',
        worker: 'server/worker.ts',
        'job-thread': 'server/jobs/job-thread.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
