import { defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses: the page works under any path that a proxy puts before it.
  base: './',
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // The editor is one large library by nature; a warning about it at every build says nothing.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      // "use client" concerns server rendering, which this page has none of.
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') {
          warn(warning);
        }
      },
    },
  },
  worker: { format: 'es' },
  // `npm run dev` shows changes to this folder at once, against a service started beside it.
  server: {
    proxy: {
      '/graphql': 'http://localhost:5080',
      '/examples.json': 'http://localhost:5080',
    },
  },
});
