import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import { examplesPlugin, fetchExamples, type Example } from './examples';
import { fetcher } from './fetcher';
import './style.css';

let examples: Example[] = [];
let problem: string | undefined;
try {
  examples = await fetchExamples();
} catch (error) {
  // Without its examples the page is still an editor.
  problem = String(error);
}

const examplesPanel = examplesPlugin(examples, problem);
const plugins = [examplesPanel, HISTORY_PLUGIN];
const [first] = examples;

createRoot(document.getElementById('page')!).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    visiblePlugin={examplesPanel}
    defaultTabs={first && [{ query: first.query }]}
    defaultEditorToolsVisibility={false}
  >
    <GraphiQL.Logo>EcosystemGraph</GraphiQL.Logo>
  </GraphiQL>,
);
