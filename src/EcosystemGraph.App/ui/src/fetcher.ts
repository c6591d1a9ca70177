import type { GraphiQLProps } from 'graphiql';

/** Sends one operation to the service that serves this page. */
export const fetcher: GraphiQLProps['fetcher'] = async (operation, options) => {
  const response = await fetch('graphql', {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
      ...options?.headers,
    },
    body: JSON.stringify(operation),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's error page, say: show what came instead of a parser's complaint about its first character.
    throw new Error(`Expected JSON from ${response.url}, got ${response.status} ${response.statusText}: ${text.slice(0, 200)}`);
  }
};
