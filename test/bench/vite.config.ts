import { defineConfig } from 'vite';

/** What is timed is what is shipped: built as the server and the command line are. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/bench',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: {
        bench: 'test/bench/bench.ts',
        'stand-in': 'test/bench/stand-in/stand-in.ts',
        worker: 'server/worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
