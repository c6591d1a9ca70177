import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';

/** One query of the bundle's `queries` folder. */
export interface Example {
  name: string;
  title: string;
  query: string;
}

/** Asks the service for the example queries of its bundle. */
export async function fetchExamples(): Promise<Example[]> {
  const response = await fetch('examples.json');
  if (!response.ok) {
    throw new Error(`${response.status} ${response.statusText}`);
  }
  return response.json();
}

/** A side panel that lists the examples; `problem` says why there are none. */
export function examplesPlugin(examples: Example[], problem?: string): GraphiQLPlugin {
  return {
    title: 'Examples',
    icon: ListIcon,
    content: () => <Examples examples={examples} problem={problem} />,
  };
}

function Examples({ examples, problem }: { examples: Example[]; problem: string | undefined }) {
  const open = useOpenInTab();
  return (
    <section aria-label="Examples" className="examples">
      <h2>Examples</h2>
      {problem && <p role="alert">The examples could not be read: {problem}</p>}
      <ul>
        {examples.map(example => (
          <li key={example.name}>
            <button type="button" onClick={() => open(example.query)}>
              {example.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ListIcon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeLinecap="round" aria-hidden="true">
      <path d="M2 3.5h.01M2 8h.01M2 12.5h.01" strokeWidth="2" />
      <path d="M5 3.5h9M5 8h9M5 12.5h9" />
    </svg>
  );
}

/** Shows a query in the tab that already has it, unchanged, or in a new one. */
function useOpenInTab(): (query: string) => void {
  const { addTab, changeTab } = useGraphiQLActions();
  const { tabs, queryEditor } = useGraphiQL(state => ({ tabs: state.tabs, queryEditor: state.queryEditor }));
  return query => {
    const index = tabs.findIndex(tab => tab.query === query);
    if (index >= 0) {
      changeTab(index);
    } else {
      addTab();
      queryEditor?.setValue(query);
    }
  };
}
